"""What a plan took of a newer document, and what was left of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oneplan.partnership.plans.parts.changes import (
    POSITION,
    Change,
    DoesNotFit,
    applied,
    changes_between,
    values_of,
)
from oneplan.partnership.plans.parts.conflicts import Place, merged
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.partnership.plans.parts.shapes import filled, sparse
from oneplan.partnership.plans.parts.sources import but_for_sources

Rows = list[list[Any]]
"""Parts or places as plain JSON."""


def taken(before: Parts, read: Parts, plan: Parts) -> Parts:
    """The document before with all of the newer one that the plan says by now.

    What was not taken stays as it was before, so that it is a difference of the next document too, and so
    that what nobody was asked about – where something was read, in which quotes it is set – is not
    mistaken for what somebody else has changed.
    """
    changes = changes_between(before, read)
    left = {(each.key, name) for each in changes for name in _left(each, plan)}
    kept = [each for change in changes if (each := _without(change, left))]
    try:
        return applied(before, merged(kept, before).fitting)
    except DoesNotFit:
        return before


def _left(change: Change, plan: Parts) -> Iterator[str]:
    """The names of the values that the plan does not have as the change wants them; "" for the whole part."""
    now = plan.get(change.key)
    if change.before is None or change.after is None:
        if (now is None) != (change.after is None):
            yield ""
        return
    values = values_of(now) if now else {}
    for name, value in change.after.items():
        if name not in values or values[name] != value:
            yield name


def _without(change: Change, left: set[Place]) -> Change | None:
    if change.before is None or change.after is None:
        return None if (change.key, "") in left else change
    names = [name for name in change.names if (change.key, name) not in left]
    if not names:
        return None
    return Change(
        change.sort,
        change.key,
        {name: change.before[name] for name in names},
        {name: change.after[name] for name in names},
    )


@dataclass(frozen=True, slots=True)
class LeftBefore:
    """What was left of the document that was brought in last, by its places."""

    wanted: Mapping[Place, Any]

    def is_again(self, changes: Iterable[Change], places: Iterable[Place]) -> bool:
        """Whether all of these changes, in these places, were left when the last document was brought in."""
        wanted = {place: value for change in changes for place, value in _wanted(change)}
        asked = [place for place in places if place in wanted]
        return bool(asked) and all(
            place in self.wanted and _same(place, self.wanted[place], wanted[place])
            for place in asked
        )


def _same(place: Place, one: Any, other: Any) -> bool:
    """Whether the same is wanted; positions are told anew with each document."""
    return place[1] == POSITION or one == other


def _wanted(change: Change) -> Iterator[tuple[Place, Any]]:
    if change.before is None or change.after is None:
        yield (change.key, ""), change.after is None
    else:
        yield from (((change.key, name), value) for name, value in change.after.items())


def left_of(base: Parts, read: Parts) -> Rows:
    """What was left of a document, as it is kept."""
    changes = but_for_sources(changes_between(base, read))
    return [[*place, value] for change in changes for place, value in _wanted(change)]


def left_before(rows: Sequence[Sequence[Any]] | None) -> LeftBefore:
    """What was left, from the way it is kept."""
    return LeftBefore({(key, name): value for key, name, value in rows or ()})


def as_rows(parts: Parts) -> Rows:
    """The parts as they are kept."""
    return [[p.sort, p.key, p.owner, p.position, sparse(p.sort, p.fields)] for p in parts]


def from_rows(rows: Iterable[Sequence[Any]]) -> Parts:
    """The parts from the way they are kept."""
    return Parts(
        Part(sort, key, owner, position, filled(sort, fields))
        for sort, key, owner, position, fields in rows
    )
