"""Events of the history in words: who did what, and what each thing was before and is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from oneplan.partnership.audit.queries import Told
from oneplan.partnership.audit.rules import changed_fields
from oneplan.website.wording import abridged, counted, sentence

_LONGEST = 600
_NAMES = {"ref": "reference", "text": "words", "due": "by when"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs: its name, and what it said and says; empty where it said nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One thing that was changed: what was done to it, and field by field how."""

    words: str
    changes: list[FieldChange]
    note: str


@dataclass(frozen=True, slots=True)
class ShownDeed:
    """What one person did at one moment, with everything that it changed."""

    who: str
    at: datetime
    what: str
    events: list[ShownEvent]


def deeds(events: Sequence[Told]) -> list[ShownDeed]:
    """The events in their order, those of one operation together."""
    return [_deed(list(together)) for _, together in groupby(events, key=lambda event: event.batch)]


def _deed(events: list[Told]) -> ShownDeed:
    first = events[0]
    what = sentence(first.operation.replace("_", " "))
    if len(events) > 1:
        what = f"{what}: {counted(len(events), 'change')}"
    return ShownDeed(first.actor_label, first.at, what, [shown_event(each) for each in events])


def shown_event(event: Told) -> ShownEvent:
    """An event in words. What came or went is told with all that it said."""
    return ShownEvent(_words(event), list(_changes(event.before, event.after)), event.note)


def _words(event: Told) -> str:
    verb = "Changed"
    if event.before is None:
        verb = "Added"
    elif event.after is None:
        verb = "Removed"
    if event.before is None and event.after is None:
        verb = "Noted"
    thing = event.sort.replace("_", " ")
    return f"{verb} the {thing} “{event.label}”" if event.label else f"{verb} the {thing}"


def _changes(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> Iterator[FieldChange]:
    old, new = before or {}, after or {}
    for name in changed_fields(before, after):
        was, now = said(old.get(name)), said(new.get(name))
        if was != now:
            words = _NAMES.get(name, name.replace("_", " "))
            yield FieldChange(sentence(words), abridged(was, _LONGEST), abridged(now, _LONGEST))


def said(value: Any) -> str:
    """A field's value as one line: lists with semicolons, of things that have fields what these say."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _of_fields(value)
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(said, value)))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _of_fields(value: Mapping[str, Any]) -> str:
    """What was printed says it all where there is such a text; else every field by its name."""
    printed = value.get("text")
    if isinstance(printed, str) and printed:
        return printed
    told = ((name.replace("_", " "), said(each)) for name, each in value.items())
    return ", ".join(f"{name} {words}" for name, words in told if words)
