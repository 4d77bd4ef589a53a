"""Events as rows of a table and as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from oneplan.partnership.audit.queries import Told
from oneplan.website.components.events import shown_event

_HEADS = (
    "when", "who", "operation", "what", "thing", "field", "before", "after", "note", "history", "number",
)  # fmt: skip


def as_rows(told: Iterable[Told]) -> Iterator[Sequence[object]]:
    """A row of heads, then a row for each field that an event changed, or for the event where none is."""
    yield _HEADS
    for event in told:
        first = (event.at.isoformat(), event.actor_label, event.operation, event.sort, event.label)
        last = (event.note, event.stream, event.number)
        changes = [
            (change.name, change.before, change.after) for change in shown_event(event).changes
        ]
        for change in changes or [("", "", "")]:
            yield *first, *change, *last


def as_line(event: Told) -> str:
    """The event with every field as it was recorded, in one line."""
    fields = asdict(event) | {"at": event.at.isoformat()}
    del fields["id"]
    return json.dumps(fields, ensure_ascii=False) + "\n"
