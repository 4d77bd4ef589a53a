"""Events of the history in words: who did what, and what each thing was before and is now."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Protocol

from oneplan.partnership.audit.queries import Told
from oneplan.partnership.audit.rules import changed_fields
from oneplan.partnership.last_used import LastUsed
from oneplan.website.components.deed_words import Touched, deed_words, touched_words
from oneplan.website.wording import abridged, sentence

_LONGEST = 600
_BRIEF = 3
_MOST_FIELDS = 20_000
"""Of all events that are kept in words; each says up to a thousand letters."""
_NAMES = {
    "due": "by when",
    "ref": "reference",
    "text": "words",
    "tie": "how they hang together",
}
_UNSAID = {"import": {"fingerprint"}, "plan link": {"plan"}}
"""What machines know a thing by, where its name is told too; the files have it."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs: its name, and what it said and says; empty where it said nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One thing that was changed: what was done to it, field by field how, and where its own history is."""

    words: str
    changes: list[FieldChange]
    note: str
    history: str = ""


@dataclass(frozen=True, slots=True)
class PlanOfEvents:
    """The plan that some events are about: what it is called, and its page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownDeed:
    """What one person did at one moment, with everything that it changed.

    ``plan`` is None where it was done to no plan, or to one that was removed. ``brief`` says whether
    what it changed is short enough to be read at once. ``undo`` is the address that undoes it; empty
    where whoever looks cannot undo it here.
    """

    who: str
    at: datetime
    what: str
    events: list[ShownEvent]
    notes: list[str]
    plan: PlanOfEvents | None
    brief: bool
    undo: str


class Plans(Protocol):
    """Which plan an event is about, the page of a part's history, and where a deed is undone."""

    def plan(self, event: Told) -> PlanOfEvents | None:
        """The plan; None for none."""

    def history(self, event: Told) -> str:
        """The address of the history of the part; empty where it has none."""

    def undo(self, events: Sequence[Told]) -> str:
        """The address that undoes what one operation did; empty where that cannot be undone here."""


def deeds(events: Sequence[Told], plans: Plans) -> list[ShownDeed]:
    """The events in their order, those of one operation together."""
    batches = groupby(events, key=lambda event: event.batch)
    return [_deed(list(together), plans) for _, together in batches]


def _deed(events: list[Told], plans: Plans) -> ShownDeed:
    first = events[0]
    shown = [shown_event(each, plans.history(each)) for each in events]
    changed = [each.before is not None and each.after is not None for each in events]
    return ShownDeed(
        who=first.actor_label,
        at=first.at,
        what=deed_words(first.operation, [_touched(each) for each in events]),
        events=shown,
        notes=list(dict.fromkeys(each.note for each in events if each.note)),
        plan=plans.plan(first),
        brief=len(events) <= _BRIEF and all(changed),
        undo=plans.undo(events),
    )


def shown_event(event: Told, history: str = "") -> ShownEvent:
    """An event in words. What came or went is told with all that it said.

    The words are kept under the event's mark, which no other event has: it is never changed.
    """
    told = _TOLD.get(event.mark)
    if told is None:
        unsaid = _UNSAID.get(event.sort, set())
        changes = list(_changes(event.before, event.after, unsaid))
        told = touched_words(_touched(event)), changes
        _TOLD.keep(event.mark, told)
    words, changes = told
    return ShownEvent(words, changes, event.note, history)


_TOLD: LastUsed[str, tuple[str, list[FieldChange]]] = LastUsed(
    _MOST_FIELDS, lambda told: 1 + len(told[1])
)


def _touched(event: Told) -> Touched:
    return Touched(
        event.sort, event.label, before=event.before is not None, after=event.after is not None
    )


def _changes(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, unsaid: Container[str]
) -> Iterator[FieldChange]:
    old, new = before or {}, after or {}
    for name in changed_fields(before, after):
        if name in unsaid:
            continue
        was, now = said(old.get(name)), said(new.get(name))
        if name == "tie":
            was, now = was.replace("_", " "), now.replace("_", " ")
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
