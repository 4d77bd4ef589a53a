"""Histories, and what somebody with a key to the database might do to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

from oneplan.partnership.audit import triggers
from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Actor, Happened, record

WARDEN = Actor("person:1", "Wilma Wárden")
BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def recorded(
    *labels: str,
    stream: str = "plan:1",
    partnership: str = "partnership:1",
    by: Actor = WARDEN,
    at: datetime = BEGAN,
    sort: str = "action",
) -> list[Event]:
    """An event for each label, a minute apart, each as an operation of its own."""
    events: list[Event] = []
    for number, label in enumerate(labels):
        happened = [Happened(sort, f"key-{label[:40]}", label, {"text": "was"}, {"text": label})]
        events += _record(
            happened, stream, partnership, by, at + timedelta(minutes=number), "edit_action"
        )
    return events


def long_history(
    number: int,
    *,
    stream: str = "plan:1",
    partnership: str = "partnership:1",
    sorts: Sequence[str] = ("action", "measure", "statement"),
    subjects: Sequence[str] = tuple(f"key-{each}" for each in range(20)),
) -> None:
    """So many events about these things in turn, in operations of twenty, a minute for each event."""
    for first in range(0, number, 20):
        happened = [
            Happened(
                sorts[each % len(sorts)],
                subjects[each % len(subjects)],
                f"thing {each}",
                {"text": "was"},
                {"text": f"is {each}"},
            )
            for each in range(first, min(first + 20, number))
        ]
        at = BEGAN + timedelta(minutes=first)
        _record(happened, stream, partnership, WARDEN, at, "edit")


def _record(
    happened: Sequence[Happened],
    stream: str,
    partnership: str,
    by: Actor,
    at: datetime,
    operation: str,
) -> list[Event]:
    with transaction.atomic():
        return record(
            happened, stream=stream, operation=operation, by=by, at=at, partnership=partnership
        )


@contextmanager
def without_refusal() -> Iterator[None]:
    """The database as whoever owns it may make it: it no longer refuses to change events."""
    _execute(triggers.taken_away(connection.vendor))
    yield
    _execute(triggers.put_in_place(connection.vendor))


def tampered(statement: str, *values: object) -> None:
    """Runs a statement on the table of events that the database would refuse."""
    with without_refusal(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def _execute(statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
