"""A page of a long history makes the database do no more than a page of a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from builders.histories import BEGAN, long_history
from builders.work_of_the_database import work
from oneplan.partnership.audit.queries import Sought, history, sorts

SHORT, LONG = 150, 1500
ABOUT_AS_MUCH = 1.3
MIDDLE = BEGAN + timedelta(minutes=75)
PLACE = f"{int(MIDDLE.timestamp()) * 1_000_000}-1"


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[int, str]]:  # noqa: ARG001 - stands first
    """The keys of two partnerships by the lengths of their histories; undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        for length in (SHORT, LONG):
            long_history(length, stream=f"plan:{length}", partnership=f"partnership:{length}")
        yield {length: f"partnership:{length}" for length in (SHORT, LONG)}
        transaction.set_rollback(True)


@pytest.fixture
def histories(kept: dict[int, str], db: None) -> dict[int, str]:  # noqa: ARG001 - asks for the database
    """The same."""
    return kept


ASKED: dict[str, Callable[[str], object]] = {
    "the latest page": lambda key: history(Sought(key), most=10),
    "an older page": lambda key: history(Sought(key), before=PLACE, most=10),
    "a newer page": lambda key: history(Sought(key), after=PLACE, most=10),
    "one sort of thing": lambda key: history(Sought(key, sort="measure"), most=10),
    "a sort that there is not": lambda key: history(Sought(key, sort="bridge"), most=10),
    "some days": lambda key: history(
        Sought(key, since=MIDDLE, until=MIDDLE + timedelta(minutes=40)), most=10
    ),
    "a word that is in every event": lambda key: history(Sought(key, words="thing"), most=10),
    "the sorts that there are": sorts,
}


@pytest.mark.parametrize("what", ASKED)
def test_a_page_of_a_long_history_is_no_more_work(histories: dict[int, str], what: str) -> None:
    asked = ASKED[what]
    short = work("audit_event", partial(asked, histories[SHORT]))
    long = work("audit_event", partial(asked, histories[LONG]))
    assert long <= short * ABOUT_AS_MUCH + 10


def test_what_is_rare_is_sought_in_the_history_of_the_partnership_alone(
    histories: dict[int, str],
) -> None:
    ours = Sought(histories[SHORT])
    rare = work("audit_event", partial(history, replace(ours, words="unheard of")))
    whole = work("audit_event", partial(history, ours, most=SHORT))
    assert 0 < rare <= whole
