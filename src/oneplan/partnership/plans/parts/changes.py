"""Changes of a plan: found between two states, applied, turned round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from oneplan.partnership.plans.parts.document import may_hang_on
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort

OWNER, POSITION = "owner", "position"
MOST_LEVELS = 40
"""Elements below one another; no plan has so many, and none may be too deep to be written as a document."""
Values = Mapping[str, Any]


class DoesNotFit(Exception):
    """Changes cannot be made to these parts. ``key`` names the part; ``str()`` says why."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Change:
    """What one part was before and is after: all values of one that comes or goes, else those that differ.

    ``before`` is None for a part that comes, ``after`` for one that goes. Beside its fields a part has
    the values "owner" and "position".
    """

    sort: Sort
    key: str
    before: Values | None
    after: Values | None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the values that the change tells of."""
        return tuple(self.after if self.after is not None else self.before or ())


def values_of(part: Part) -> dict[str, Any]:
    """All values of a part: where it hangs and what it holds."""
    return {OWNER: part.owner, POSITION: part.position, **part.fields}


def coming(part: Part) -> Change:
    """The change by which a part comes to be."""
    return Change(part.sort, part.key, None, values_of(part))


def going(part: Part) -> Change:
    """The change by which a part goes."""
    return Change(part.sort, part.key, values_of(part), None)


def differing(part: Part, after: Values) -> Change | None:
    """The change that gives a part these values; None where it has them already."""
    now = values_of(part)
    changed = {name: value for name, value in after.items() if now.get(name) != value}
    if not changed:
        return None
    return Change(part.sort, part.key, {name: now.get(name) for name in changed}, changed)


def changes_between(old: Parts, new: Parts) -> list[Change]:
    """What makes the new parts of the old: parts that come, that differ, and that go."""
    found = []
    for part in new:
        before = old.get(part.key)
        if before is None:
            found.append(coming(part))
        elif before.sort != part.sort:
            found += [going(before), coming(part)]
        elif before != part and (change := differing(before, values_of(part))):
            found.append(change)
    return found + [going(part) for part in reversed(tuple(old)) if part.key not in new]


def inverse(changes: Sequence[Change]) -> list[Change]:
    """The changes that undo these."""
    return [
        replace(change, before=change.after, after=change.before) for change in reversed(changes)
    ]


def applied(parts: Parts, changes: Iterable[Change]) -> Parts:
    """The parts after the changes, one after another.

    Raises:
        DoesNotFit: a part is not as the change says it was before, or would hang on what is not
            there, cannot hold it, is below it, or is too deep.
    """
    by_key = parts.by_key()
    touched: dict[str, Part | None] = {}
    for change in changes:
        changed = _changed(by_key.get(change.key), change)
        touched[change.key] = changed
        if changed is None:
            del by_key[change.key]
        else:
            by_key[change.key] = changed
    _must_hold_together(by_key, touched)
    if any(part is not None and part.sort == "element" for part in touched.values()):
        must_not_be_too_deep(by_key)
    return Parts(by_key.values())


def _changed(part: Part | None, change: Change) -> Part | None:
    if change.before is None:
        if part is not None:
            raise DoesNotFit(change.key, f"There is a part “{change.key}” already.")
        return part_of(change.sort, change.key, change.after or {})
    if part is None or part.sort != change.sort:
        raise DoesNotFit(change.key, f"There is no {change.sort} “{change.key}” any more.")
    now = values_of(part)
    for name, value in change.before.items():
        if now.get(name) != value:
            message = f"The {name} of “{change.key}” is no longer what it was."
            raise DoesNotFit(change.key, message)
    if change.after is None:
        return None
    return part_of(part.sort, part.key, now | dict(change.after))


def part_of(sort: Sort, key: str, values: Values) -> Part:
    """The part that has these values, which are all that it has."""
    fields = {name: value for name, value in values.items() if name not in (OWNER, POSITION)}
    return Part(sort, key, values[OWNER], values[POSITION], fields)


def _must_hold_together(by_key: Mapping[str, Part], touched: Mapping[str, Part | None]) -> None:
    if any(part is None for part in touched.values()):
        _nothing_hangs_in_the_air(by_key)
    for part in touched.values():
        if part is not None and part.sort != "plan":
            _must_hang_well(by_key, part)


def _nothing_hangs_in_the_air(by_key: Mapping[str, Part]) -> None:
    for part in by_key.values():
        if part.owner not in by_key:
            raise DoesNotFit(part.key, f"“{part.key}” hangs on “{part.owner}”, which is not there.")


def _must_hang_well(by_key: Mapping[str, Part], part: Part) -> None:
    owner = by_key.get(part.owner)
    if owner is None:
        raise DoesNotFit(part.key, f"“{part.key}” hangs on “{part.owner}”, which is not there.")
    if not may_hang_on(part.sort, owner.sort):
        message = f"{_a(part.sort)} cannot stand under {_a(owner.sort).lower()}."
        raise DoesNotFit(part.key, message)
    above = {part.key}
    while owner.key != PLAN:
        if owner.key in above:
            raise DoesNotFit(part.key, f"“{part.key}” cannot stand below itself.")
        above.add(owner.key)
        if owner.owner not in by_key:
            message = f"“{owner.key}” hangs on “{owner.owner}”, which is not there."
            raise DoesNotFit(owner.key, message)
        owner = by_key[owner.owner]


def must_not_be_too_deep(by_key: Mapping[str, Part]) -> None:
    """Goes on only where no more than 40 elements stand below one another.

    Raises:
        DoesNotFit: more do.
    """
    levels = {PLAN: 0}
    for last in by_key:
        key = last
        chain = []
        while key not in levels:
            chain.append(key)
            key = by_key[key].owner
        for level, below in enumerate(reversed(chain), start=levels[key] + 1):
            levels[below] = level
    deepest = max(levels, key=levels.__getitem__)
    if levels[deepest] > MOST_LEVELS:
        raise DoesNotFit(deepest, f"At most {MOST_LEVELS} levels may stand below one another.")


def _a(sort: Sort) -> str:
    return f"An {sort}" if sort in ("element", "action") else f"A {sort}"
