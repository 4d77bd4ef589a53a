"""Recording what was done, the only way in which events come to be, and verifying what was recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from oneplan.partnership.audit import word_index
from oneplan.partnership.audit.models import Event, Stream
from oneplan.partnership.audit.rules import Place, mark, words_of
from oneplan.partnership.audit.verification import Verified, all_verified, newly_verified

LONGEST_LABEL = 300
MOST_AT_ONCE = 500_000
"""Events that are verified in one go: a minute or two."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a key that stays ("person:7", "system:tick") and the name as it was then."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing as it was before and is after; None where it was not there.

    The fields are plain JSON. A label of more than 300 characters is cut.
    """

    sort: str
    subject: str
    label: str = ""
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    note: str = ""


def record(
    happened: Sequence[Happened],
    *,
    stream: str,
    operation: str,
    by: Actor,
    at: datetime,
    partnership: str = "",
) -> list[Event]:
    """Adds an event for each thing that one operation changed, in the caller's transaction.

    The events are numbered on from the last of the stream; who writes to the same stream waits until
    the transaction ends. ``partnership`` is the partnership's key ("partnership:3").

    Raises:
        TransactionManagementError: there is no transaction.
        ValueError: a field holds a number that JSON has not.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("What happened is recorded together with the change.")
    if not happened:
        return []
    end, _ = Stream.objects.select_for_update().get_or_create(name=stream)
    told = {
        "stream": stream,
        "operation": operation,
        "actor_key": by.key,
        "actor_label": by.label[:LONGEST_LABEL],
        "partnership": partnership,
        "batch": uuid4().hex,
        "at": at.astimezone(UTC).isoformat(),
    }
    events = []
    for each in happened:
        end.number += 1
        facts = told | _facts(each) | {"number": end.number}
        end.mark = mark(facts, end.mark)
        events.append(Event(**(facts | {"at": at}), mark=end.mark))
    Event.objects.bulk_create(events)
    word_index.add(_worded(events))
    end.save(update_fields=["number", "mark"])
    return events


def _worded(events: Sequence[Event]) -> list[word_index.Worded]:
    """The events as the index of words takes them; older SQLite does not tell what numbers they were given."""
    given = {each.number: each.pk for each in events}
    if None in given.values():
        rows = Event.objects.filter(stream=events[0].stream, number__in=given)
        given = dict(rows.values_list("number", "pk"))
    return [(given[each.number], each.partnership, each.words) for each in events]


def _facts(each: Happened) -> dict[str, Any]:
    label = each.label[:LONGEST_LABEL]
    return {
        "sort": each.sort,
        "subject": each.subject,
        "label": label,
        "before": each.before,
        "after": each.after,
        "note": each.note,
        "words": words_of(label, each.note, each.before, each.after),
    }


def verify_history(*, by: Actor, at: datetime, until: datetime | None = None) -> Verified:
    """Holds every event against its mark. The seal is of what happened before ``until``, or before now.

    How far each stream was found whole is noted, with who looked and when; a stream that is broken
    stays as it was noted before.
    """
    found = all_verified(until=until or at)
    _note(found.sound, by, at)
    return found


def verify_what_is_new(*, by: Actor, at: datetime, most: int = MOST_AT_ONCE) -> Verified:
    """The same of the events that came since the last time, and of no more than about so many.

    What was looked at is noted piece by piece: who is broken off goes on from there.
    """
    return newly_verified(until=at, most=most, note=lambda sound: _note(sound, by, at))


def _note(sound: Mapping[str, Place], by: Actor, at: datetime) -> None:
    noted = [
        Stream(
            name=name,
            verified_number=place.number,
            verified_mark=place.mark,
            verified_at=at,
            verified_by=by.label[:LONGEST_LABEL],
        )
        for name, place in sound.items()
    ]
    with transaction.atomic():
        Stream.objects.bulk_update(
            noted,
            ["verified_number", "verified_mark", "verified_at", "verified_by"],
            batch_size=100,
        )
