"""Changes of a plan's parts in words: what was done to which part, and each value before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oneplan.partnership.plans.happened import label_of
from oneplan.partnership.plans.parts.changes import OWNER, POSITION, Change
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.shapes import ABSENT
from oneplan.website.components.events import said
from oneplan.website.wording import sentence

_NAMES = {
    "ref": "reference",
    "text": "words",
    "due": "by when",
    "leads": "led by",
    "funding": "money",
    "cross_references": "points to",
    "recommendations": "answers",
    "strategies": "supports",
    "groups": "for",
    "places": "where",
    "code": "number",
    "category": "heading",
}
_NEVER_SHOWN = frozenset({"source", POSITION, OWNER})


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that differs: its name, and what it said and says; empty where it said nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What was done to a part: "Changed", "action", its first words, and value by value how."""

    verb: str
    sort: str
    label: str
    values: tuple[ValueChange, ...]


def shown_changes(changes: Iterable[Change], before: Parts, after: Parts) -> list[ShownChange]:
    """The changes that made one state of a plan another, in words."""
    return [shown_change(each, label_of(each, before, after)) for each in changes]


def shown_change(change: Change, label: str) -> ShownChange:
    """One change in words, of a part that goes by this label."""
    return ShownChange(_verb(change), change.sort, label, tuple(_values(change)))


def _verb(change: Change) -> str:
    if change.before is None:
        return "Added"
    if change.after is None:
        return "Removed"
    return "Moved" if set(change.names) <= {OWNER, POSITION} else "Changed"


def _values(change: Change) -> Iterator[ValueChange]:
    old, new = change.before or {}, change.after or {}
    absent = ABSENT[change.sort]
    for name in sorted(new or old, key=lambda name: name != "text"):
        was, now = old.get(name), new.get(name)
        if name in _NEVER_SHOWN or was == now:
            continue
        if not (old and new) and (now if new else was) == absent.get(name):
            continue
        before, after = said(was), said(now)
        if before != after:
            yield ValueChange(name_of(name), before, after)


def name_of(field: str) -> str:
    """What a field of a part is called: "due" is "By when"."""
    return sentence(_NAMES.get(field, field.replace("_", " ")))
