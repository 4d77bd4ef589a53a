"""The history is found by who, what, when and words, a page at a time, each event once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from builders.histories import BEGAN, recorded
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.audit.queries import Sought, Told, events, history, sorts

OURS = Sought("partnership:1")
OTHER = Actor("person:2", "Rhys Ranger")


def _labels(found: list[Told]) -> list[str]:
    return [event.label for event in found]


@pytest.fixture(autouse=True)
def _a_history(db: None) -> None:  # noqa: ARG001
    recorded("sweep", "paint", "Straße", stream="plan:1")
    recorded("count", stream="plan:2", sort="measure", by=OTHER, at=BEGAN + timedelta(days=2))
    recorded("theirs", stream="plan:9", partnership="partnership:2", sort="secret")


def test_the_latest_stands_first_and_what_is_not_ours_is_not_there() -> None:
    page = history(OURS)
    assert _labels(page.events) == ["count", "Straße", "paint", "sweep"]
    assert (page.older, page.newer) == (None, None)
    assert sorts("partnership:1") == ["action", "measure"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sort": "measure"}, ["count"]),
        ({"stream": "plan:1", "subject": "key-paint"}, ["paint"]),
        ({"who": "ranger"}, ["count"]),
        ({"who": " Wilma "}, ["Straße", "paint", "sweep"]),
        ({"words": "PAINT"}, ["paint"]),
        ({"words": "strasse"}, ["Straße"]),
        ({"words": "was paint"}, ["paint"]),
        ({"words": "paint sweep"}, []),
        ({"words": "%"}, []),
        ({"words": "theirs"}, []),
        ({"since": BEGAN + timedelta(days=1)}, ["count"]),
        ({"until": BEGAN + timedelta(minutes=1)}, ["sweep"]),
        ({"since": BEGAN + timedelta(minutes=1), "until": BEGAN + timedelta(days=1)}, ["Straße", "paint"]),
    ],
)  # fmt: skip
def test_events_are_found(asked: dict[str, Any], found: list[str]) -> None:
    assert _labels(history(replace(OURS, **asked)).events) == found


def _walked(most: int) -> list[list[str]]:
    pages, place = [], ""
    while True:
        page = history(OURS, before=place, most=most)
        pages.append(_labels(page.events))
        if page.older is None:
            return pages
        place = page.older


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5])
def test_going_on_to_older_pages_shows_every_event_once(most: int) -> None:
    recorded("same", "moment", at=BEGAN)
    recorded("again", at=BEGAN)
    shown = [label for page in _walked(most) for label in page]
    assert sorted(shown) == sorted(_labels(list(events(OURS))))
    assert shown == _labels(list(events(OURS)))[::-1]


def test_going_back_to_newer_pages_shows_the_same_pages() -> None:
    last = history(OURS, before=history(OURS, most=2).older or "", most=2)
    back = history(OURS, after=last.newer or "", most=2)
    assert _labels(last.events) == ["paint", "sweep"]
    assert _labels(back.events) == ["count", "Straße"]
    assert back.newer is None
    assert history(OURS, before=back.older or "", most=2).events == last.events


def test_what_is_recorded_meanwhile_moves_no_page() -> None:
    place = history(OURS, most=2).older or ""
    recorded("new", at=BEGAN + timedelta(days=3))
    assert _labels(history(OURS, before=place, most=2).events) == ["paint", "sweep"]


@pytest.mark.parametrize("place", ["x", "1", "1-", "-1", "1-x", "9" * 30 + "-1", "²-1", "1-1-1"])
def test_a_place_that_is_none_shows_the_latest(place: str) -> None:
    assert len(history(OURS, before=place).events) == 4
    assert len(history(OURS, after=place).events) == 4
