"""The plan as it was: on a day, and edit by edit in its history."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from builders.changed_plans import any_edit
from builders.live_plans import BEGAN, edited, later, live, now, officer, retitled
from oneplan.partnership.plans.operations.starting import start_plan
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.editing.tree import removed
from oneplan.partnership.plans.queries import past
from oneplan.partnership.plans.queries.history import history
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import PastPlan, plan_at, revision_on

pytestmark = pytest.mark.django_db


def _as_on(plan: LivePlan, moment: datetime) -> PastPlan:
    revision = revision_on(plan, moment)
    assert revision
    return plan_at(plan, revision)


@given(st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_plan_as_on_a_day_is_what_it_was_then(db: None, data: st.DataObject) -> None:  # noqa: ARG001
    plan = live()
    states = [plan.parts]
    for hour in range(1, 5):
        edit = data.draw(any_edit(states[-1]))
        edited(now(plan.slug), lambda _, edit=edit: edit, hours=hour)
        states.append(now(plan.slug).parts)
    for hour, state in enumerate(states):
        then = _as_on(now(plan.slug), later(hour + 0.5))
        assert then.parts == state


def test_before_it_began_there_was_no_plan() -> None:
    assert revision_on(live(), BEGAN - timedelta(days=1)) is None


def test_the_plan_of_a_day_is_read_in_two_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = live()
    for hour in range(1, 8):
        retitled(now(plan.slug), "sa-1", f"Train {hour}", hour)
    shown = now(plan.slug)
    with django_assert_max_num_queries(2):
        then = _as_on(shown, later(2.5))
    assert then.document.elements[0].actions[0].text == "Train 2"


@pytest.mark.parametrize("looked_at", [1, 2, 3, 8])
def test_the_revision_of_a_moment_is_found_by_looking_at_a_few_events(
    monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    plan = live()
    revisions = [plan.revision]
    for hour in range(1, 9):
        retitled(now(plan.slug), "sa-1", f"Train {hour}", hour)
        revisions.append(now(plan.slug).revision)
    monkeypatch.setattr(past, "_LOOKED_AT", looked_at)
    shown = now(plan.slug)
    assert [revision_on(shown, later(hour + 0.5)) for hour in range(9)] == revisions
    assert revision_on(shown, later(5)) == revisions[5]
    assert revision_on(shown, later(-1)) is None


def test_what_came_after_a_plan_was_opened_is_at_no_moment_of_it() -> None:
    opened = live()
    retitled(opened, "sa-1", "Train all wardens", 1)
    assert revision_on(opened, later(2)) == opened.revision


def test_the_history_tells_who_did_what_the_latest_first() -> None:
    plan = live()
    retitled(plan, "sa-1", "Train all")
    edited(now(plan.slug), lambda seen: removed(seen, "safe"), hours=2)
    page = history(now(plan.slug))
    assert [(done.operation, done.who, done.size) for done in page.done] == [
        ("edit", "Officer", 7),
        ("edit", "Officer", 1),
        ("import", "Officer", 1),
    ]
    assert page.done[0].undoable
    assert page.done[1].told[0].change
    assert page.done[1].told[0].change.after == {"text": "Train all"}


def test_a_long_history_comes_in_pages() -> None:
    plan = live()
    for number in range(5):
        retitled(now(plan.slug), "sa-1", f"Train {number}")
    first = history(now(plan.slug), most=4)
    assert first.older
    second = history(now(plan.slug), before=first.older, most=4)
    assert second.older is None
    assert len(first.done) + len(second.done) == 6


def test_the_history_of_an_action_tells_of_its_measures_those_that_are_gone_too() -> None:
    plan = live()
    retitled(plan, "sa-2", "Visit all")
    retitled(now(plan.slug), "sa-1.m", "50 wardens")
    edited(now(plan.slug), lambda seen: removed(seen, "sa-1.m"))
    page = history(now(plan.slug), part="sa-1")
    assert [told.key for done in page.done for told in done.told] == ["sa-1.m", "sa-1.m"]


def test_what_others_do_after_a_plan_was_opened_does_not_touch_what_was_seen_of_it() -> None:
    first = live()
    retitled(first, "sa-1", "Train more wardens")
    opened = now(first.slug)
    retitled(opened, "sa-1", "Train all wardens")
    assert plan_at(opened, first.revision).parts["sa-1"]["text"] == "Train wardens"


def test_an_empty_plan_that_is_started_twice_is_one_until_somebody_works_on_it() -> None:
    first = start_plan(title="Ferries", by=officer(), at=BEGAN)
    assert start_plan(title=" Ferries ", by=officer(), at=later()).slug == first.slug
    assert start_plan(title="Ferries", by=officer("Birch"), at=later()).slug != first.slug
    begun = now(first.slug)
    edited(begun, lambda seen: with_fields(seen, "", {"title": "Ferries"}))
    edited(begun, lambda seen: with_fields(seen, "", {"partnership": "Fenshire Together"}))
    assert start_plan(title="Ferries", by=officer(), at=later()).slug != first.slug
