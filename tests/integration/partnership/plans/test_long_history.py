"""What is asked of a plan with a long history makes the database do no more than of one with a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from builders.histories import BEGAN, long_history
from builders.live_plans import live, now
from builders.work_of_the_database import work
from oneplan.partnership.plans.models import Plan
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import revision_on, state_at

SHORT, LONG = 150, 1500
ABOUT_AS_MUCH = 1.3
MIDDLE = BEGAN + timedelta(minutes=75)

ASKED: dict[str, Callable[[LivePlan], object]] = {
    "the latest of the plan": lambda plan: history(plan, most=10),
    "older ones of the plan": lambda plan: history(plan, before=100, most=11),
    "the latest of a part": lambda plan: history(plan, part="sa-1", most=10),
    "older ones of a part": lambda plan: history(plan, part="sa-1", before=100, most=11),
    "a part that nobody has changed": lambda plan: history(plan, part="unheard-of"),
    "a state of the past": lambda plan: state_at(plan.partnership, plan.slug, 75),
}


def _grown(number: int) -> LivePlan:
    """A plan with so many events after it began, few of them about the part that is asked about."""
    plan = live()
    long_history(number, stream=plan.key, partnership="partnership:1")
    long_history(20, stream=plan.key, partnership="partnership:1", subjects=("sa-1",))
    revision = plan.revision + number + 20
    Plan.objects.filter(pk=plan.id).update(revision=revision, state=f"{number}-events")
    return now(plan.slug)


@pytest.fixture(scope="module")
def kept(
    django_db_setup: None,  # noqa: ARG001 - the database must stand first
    django_db_blocker: Any,
) -> Iterator[dict[int, LivePlan]]:
    """Two plans by the lengths of their histories; undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {length: _grown(length) for length in (SHORT, LONG)}
        transaction.set_rollback(True)


@pytest.fixture
def plans(kept: dict[int, LivePlan], db: None) -> dict[int, LivePlan]:  # noqa: ARG001 - asks for it
    """The same."""
    return kept


@pytest.mark.parametrize("what", ASKED)
def test_a_long_history_of_a_plan_is_no_more_work(plans: dict[int, LivePlan], what: str) -> None:
    asked = ASKED[what]
    short = work("audit_event", partial(asked, plans[SHORT]))
    long = work("audit_event", partial(asked, plans[LONG]))
    assert long <= short * ABOUT_AS_MUCH + 10


def test_the_revision_of_a_moment_takes_little_more_work(plans: dict[int, LivePlan]) -> None:
    short = work("audit_event", partial(revision_on, plans[SHORT], MIDDLE))
    long = work("audit_event", partial(revision_on, plans[LONG], MIDDLE))
    assert 0 < long <= 3 * short
