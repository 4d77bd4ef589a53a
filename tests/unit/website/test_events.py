"""An event of the history says in words what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from oneplan.partnership.audit.queries import Told
from oneplan.website.components.events import PlanOfEvents, deeds, said, shown_event

NOON = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)


def _told(
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
    label: str = "QA 1 Mend the lamps",
    batch: str = "b1",
    number: int = 1,
) -> Told:
    at = NOON + timedelta(minutes=number)
    return Told(
        number, "plan:1", number, at, "person:1", "Wilma", "edit_plan", batch,
        "action", "qa-1", label, before, after, "agreed", uuid4().hex,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, {"text": "a"}, "Added the action “QA 1 Mend the lamps”"),
        ({"text": "a"}, None, "Removed the action “QA 1 Mend the lamps”"),
        ({"text": "a"}, {"text": "b"}, "Changed the action “QA 1 Mend the lamps”"),
        (None, None, "Noted the action “QA 1 Mend the lamps”"),
    ],
)
def test_what_happened_is_told_by_what_was_and_what_is(
    before: dict[str, Any] | None, after: dict[str, Any] | None, words: str
) -> None:
    assert shown_event(_told(before, after)).words == words


def test_a_thing_without_a_label_is_told_by_its_sort() -> None:
    assert shown_event(_told(None, {}, label="")).words == "Added the action"


def test_only_what_differs_is_told_under_a_name_that_a_person_uses() -> None:
    before = {"text": "Mend", "leads": ["Warden"], "end_of_term": None, "ref": "QA 1"}
    after = {"text": "Mend all", "leads": ["Warden", "Ranger"], "end_of_term": True, "ref": "QA 1"}
    changes = shown_event(_told(before, after)).changes
    assert [(each.name, each.before, each.after) for each in changes] == [
        ("Words", "Mend", "Mend all"),
        ("Leads", "Warden", "Warden; Ranger"),
        ("End of term", "", "yes"),
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (False, "no"),
        (12.0, "12"),
        (1.5, "1.5"),
        ([{"text": "Buy brooms", "month": "2026-05"}, {"text": "Sweep"}], "Buy brooms; Sweep"),
        ({"amount": 5000.0, "kind": None, "shared_with": ["A", "B"]}, "amount 5000, shared with A; B"),
        ([], ""),
    ],
)  # fmt: skip
def test_a_value_is_said_in_one_line(value: object, words: str) -> None:
    assert said(value) == words


def test_a_value_that_is_only_stored_otherwise_is_no_change() -> None:
    assert shown_event(_told({"sum": 5}, {"sum": 5.0, "notes": []})).changes == []


class NoPlans:
    """Where no event is about a plan."""

    def plan(self, event: Told) -> PlanOfEvents | None:  # noqa: ARG002 - whatever the event
        return None

    def history(self, event: Told) -> str:  # noqa: ARG002 - whatever the event
        return ""

    def undo(self, events: Sequence[Told]) -> str:  # noqa: ARG002 - whatever the events
        return ""


def test_what_one_operation_changed_stands_together() -> None:
    events = [
        _told(None, {"text": "a"}, batch="b2", number=3),
        _told(None, {"text": "b"}, batch="b2", number=2),
        _told(None, {"text": "c"}, batch="b1", number=1),
    ]
    shown = deeds(events, NoPlans())
    assert [(each.what, len(each.events)) for each in shown] == [
        ("Added 2 actions", 2),
        ("Added the action “QA 1 Mend the lamps”", 1),
    ]
    assert shown[0].notes == ["agreed"]
    assert deeds([], NoPlans()) == []


def test_only_a_few_changes_are_read_at_once_and_what_came_or_went_is_folded() -> None:
    few = [_told({"text": "a"}, {"text": "b"}, number=number) for number in range(3)]
    many = [_told({"text": "a"}, {"text": "b"}, number=number) for number in range(4)]
    new = [_told(None, {"text": "b"})]
    assert [deeds(each, NoPlans())[0].brief for each in (few, many, new)] == [True, False, False]


def test_an_event_is_put_into_words_once_and_shown_with_the_history_that_is_asked_for() -> None:
    event = _told({"text": "Mend"}, {"text": "Mend all"})
    first, again = shown_event(event, "/one/"), shown_event(event, "/other/")
    assert first.changes is again.changes
    assert (first.history, again.history) == ("/one/", "/other/")
