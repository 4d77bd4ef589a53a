"""Recording what was done: the only way in which events come to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.rules import mark


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a key that stays ("person:7", "system:tick") and the name as it was then."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing as it was before and is after; None where it was not there."""

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

    The events are numbered on from the last of the stream. The caller must hold the lock of what the
    stream is about; two writers at once in one stream would make the second fail.

    Raises:
        TransactionManagementError: there is no transaction.
    """
    with transaction.atomic(durable=False):
        last = Event.objects.filter(stream=stream).order_by("-number").first()
        number, before = (last.number, last.mark) if last else (0, "")
        batch = uuid4().hex
        events = []
        for each in happened:
            number += 1
            facts = _facts(each, stream, number, operation, by, at, partnership)
            before = mark(facts, before)
            events.append(Event(**(facts | {"at": at}), batch=batch, mark=before))
        Event.objects.bulk_create(events)
    return events


def _facts(
    each: Happened,
    stream: str,
    number: int,
    operation: str,
    by: Actor,
    at: datetime,
    partnership: str,
) -> dict[str, Any]:
    return {
        **asdict(each),
        "stream": stream,
        "number": number,
        "operation": operation,
        "actor_key": by.key,
        "actor_label": by.label,
        "at": at.astimezone(UTC).isoformat(),
        "partnership": partnership,
    }
