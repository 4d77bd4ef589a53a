"""Whoever changes the history in the database itself is found out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from builders.histories import BEGAN, WARDEN, recorded, tampered
from oneplan.partnership.audit import verification
from oneplan.partnership.audit.models import Event, Stream
from oneplan.partnership.audit.operations import (
    Actor,
    Happened,
    record,
    verify_history,
    verify_what_is_new,
)
from oneplan.partnership.audit.verification import Verified

CLOCK = Actor("system:tick", "oneplan tick")
LATER = BEGAN + timedelta(days=1)


def _verified(*, whole: bool = True) -> Verified:
    if whole:
        return verify_history(by=CLOCK, at=LATER)
    return verify_what_is_new(by=CLOCK, at=LATER)


def _said(found: Verified) -> list[str]:
    return [str(each) for each in found.breaks]


@pytest.fixture(autouse=True)
def _two_histories(db: None) -> None:  # noqa: ARG001
    recorded("sweep", "paint", "mow", "lay", stream="plan:1")
    recorded("count", "weigh", stream="plan:2")


def test_a_history_that_nobody_touched_is_whole() -> None:
    found = _verified()
    assert (found.events, found.breaks) == (6, [])
    assert {name: end.number for name, end in found.sound.items()} == {"plan:1": 4, "plan:2": 2}


def test_every_kind_of_field_comes_back_from_the_database_as_it_was_marked() -> None:
    fields = {
        "text": "Größe “quoted” 𝒳 \t",
        "sums": [1, 1.0, -0.0, 0.1, 1e20, 1.5e-9, 2**60 + 1],
        "nested": {"z": None, "a": [True, {"deep": []}], "": {}},
    }
    with transaction.atomic():
        happened = [Happened("measure", "m-1", "Ü", fields, None, note="because")]
        record(
            happened,
            stream="plan:3",
            operation="remove",
            by=WARDEN,
            at=BEGAN.replace(microsecond=7),
        )
    assert _verified().breaks == []


@pytest.mark.parametrize(
    "change",
    [
        "label = 'sweep daily'",
        'after = \'{"text": "nothing"}\'',
        "before = NULL",
        "actor_label = 'Somebody else'",
        "note = 'agreed'",
        "words = ''",
        "batch = 'another'",
        "partnership = 'partnership:2'",
        "at = '2026-03-02 09:31:00.5+00:00'",
    ],
)
def test_an_event_that_was_changed_is_named(change: str) -> None:
    tampered(f"UPDATE audit_event SET {change} WHERE stream = 'plan:1' AND number = 2")  # noqa: S608
    assert _said(_verified()) == ["Event 2 of plan:1 was changed after it was recorded."]


@pytest.mark.parametrize("number", [1, 2, 4])
def test_an_event_that_was_deleted_is_named_wherever_it_stood(number: int) -> None:
    tampered("DELETE FROM audit_event WHERE stream = 'plan:1' AND number = %s", number)
    assert _said(_verified()) == [f"Event {number} of plan:1 is missing."]


def test_a_history_that_is_gone_altogether_is_missed() -> None:
    tampered("DELETE FROM audit_event WHERE stream = 'plan:2'")
    assert _said(_verified()) == ["Event 1 of plan:2 is missing."]


def test_an_event_that_was_put_in_by_hand_is_named() -> None:
    last = Event.objects.get(stream="plan:2", number=2)
    last.pk, last.number = None, 3
    Event.objects.bulk_create([last])
    assert _said(_verified()) == ["Event 3 of plan:2 stands past the end of what was recorded."]


def test_the_other_histories_stay_sound() -> None:
    tampered("UPDATE audit_event SET note = 'x' WHERE stream = 'plan:1' AND number = 1")
    assert list(_verified().sound) == ["plan:2"]


def test_what_is_verified_is_noted_with_who_and_when() -> None:
    _verified()
    noted = Stream.objects.get(name="plan:1")
    assert (noted.verified_number, noted.verified_at, noted.verified_by) == (4, LATER, CLOCK.label)


def test_only_what_came_since_is_read_the_next_time() -> None:
    assert _verified(whole=False).events == 6
    assert _verified(whole=False).events == 0
    recorded("dig", stream="plan:1")
    found = _verified(whole=False)
    assert (found.events, found.breaks) == (2, [])  # the new one, and the one it is chained to
    assert list(found.sound) == ["plan:1"]


def test_what_is_broken_among_the_new_is_named_again_and_again() -> None:
    _verified()
    recorded("dig", "fill", stream="plan:1")
    tampered("UPDATE audit_event SET note = 'x' WHERE stream = 'plan:1' AND number = 5")
    for _ in range(2):
        assert _said(_verified(whole=False)) == [
            "Event 5 of plan:1 was changed after it was recorded."
        ]


def test_a_history_rewritten_with_new_marks_up_to_its_end_is_seen_at_the_verified_place() -> None:
    _verified()
    recorded("dig", stream="plan:1")
    tampered("UPDATE audit_event SET mark = 'f' WHERE stream = 'plan:1' AND number = 4")
    assert _said(_verified(whole=False)) == ["Event 4 of plan:1 was changed after it was recorded."]


def test_the_seal_changes_with_every_event_and_that_of_a_moment_stays() -> None:
    first = _verified().seal
    assert _verified().seal == first
    recorded("dig", stream="plan:2", at=LATER)
    at_the_end = verify_history(by=CLOCK, at=LATER + timedelta(days=1))
    assert at_the_end.seal != first
    assert _verified().seal == first


def test_what_is_too_much_for_one_time_is_left_for_the_next() -> None:
    recorded(*(f"dig {number}" for number in range(9)), stream="plan:1")
    places = []
    for _ in range(3):
        found = verify_what_is_new(by=CLOCK, at=LATER, most=3)
        noted = dict(Stream.objects.values_list("name", "verified_number"))
        places.append((found.breaks, found.left, noted["plan:1"], noted["plan:2"]))
    assert places == [([], 2, 13, 0), ([], 0, 13, 2), ([], 0, 13, 2)]


def test_a_long_stream_is_read_in_pieces_and_broken_off_goes_on_from_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verification, "CHUNK", 4)
    recorded(*(f"dig {number}" for number in range(9)), stream="plan:1")
    assert verify_what_is_new(by=CLOCK, at=LATER, most=5).left == 13 - 7 + 2
    assert Stream.objects.get(name="plan:1").verified_number == 7
    tampered("UPDATE audit_event SET note = 'x' WHERE stream = 'plan:1' AND number = 12")
    for _ in range(2):
        found = _verified(whole=False)
        assert _said(found) == ["Event 12 of plan:1 was changed after it was recorded."]
        assert "plan:1" not in found.sound
    assert Stream.objects.get(name="plan:1").verified_number == 10
