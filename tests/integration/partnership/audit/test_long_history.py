"""A page of a long history makes the database do no more than a page of a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from django.db import connection, transaction

from builders.histories import BEGAN, long_history, recorded
from builders.work_of_the_database import work
from oneplan.partnership.audit import word_index
from oneplan.partnership.audit.queries import Sought, history, sorts

SHORT, LONG = 600, 2400
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


RARE: dict[str, Callable[[Sought], Sought]] = {
    "a word": lambda ours: replace(ours, words="599"),
    "a word that nobody used": lambda ours: replace(ours, words="unheard of"),
    "words of which one is rare": lambda ours: replace(ours, words="thing 598"),
    "somebody who did nothing": lambda ours: replace(ours, who="somebody"),
}


@pytest.mark.parametrize("what", RARE)
def test_what_is_rare_is_found_without_a_look_through_the_history(
    histories: dict[int, str], what: str
) -> None:
    ours = Sought(histories[SHORT])
    rare = work("audit_event", partial(history, RARE[what](ours)))
    whole = work("audit_event", partial(history, ours, most=SHORT))
    assert rare * 10 < whole


@pytest.mark.parametrize(
    ("words", "labels"), [("g 598", ["thing 598"]), ("598 599", []), ("thing unheard", [])]
)
def test_what_is_rare_is_found(histories: dict[int, str], words: str, labels: list[str]) -> None:
    found = history(Sought(histories[SHORT], words=words)).events
    assert [each.label for each in found] == labels


@pytest.mark.django_db
def test_what_was_recorded_before_there_was_an_index_is_put_into_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recorded("sweep the leaves", "paint the gate", "mow the verge")
    with connection.cursor() as cursor:
        cursor.execute(word_index.cleared(connection.vendor))
    sought = Sought("partnership:1", words="gat")
    assert history(sought).events == []
    migration = import_module("oneplan.partnership.audit.migrations.0007_found_by_words")
    monkeypatch.setattr(migration, "_PIECE", 2)
    for events in migration._events(connection):
        word_index.add(events)
    assert [each.label for each in history(sought).events] == ["paint the gate"]
