"""Changes made to what somebody saw, beside what others have made of it since."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from oneplan.partnership.plans.parts.changes import OWNER, POSITION, Change, going, values_of
from oneplan.partnership.plans.parts.document import may_hang_on
from oneplan.partnership.plans.parts.folding import folded
from oneplan.partnership.plans.parts.lists import ITEM_BY_ITEM, OneList, one_list
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort

Place = tuple[str, str]
Choices = Collection[Place]
ConflictKind = Literal["changed", "gone", "removing", "taken", "homeless"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that does not fit what others have made of the part.

    ``kind``: *changed* – the field ``name`` is neither what was seen nor what is wanted; *gone* – the
    part to be changed was removed; *removing* – the part to be removed was changed, in the field
    ``name``, or has been given something below it (``name`` is ""); *taken* – a part with this key is
    there, with other values; *homeless* – what the part is to hang on is gone, or stands below it.
    ``seen`` is the value on which the change was made, ``mine`` the value wanted – of a list of names, steps
    or sums with all that the others have made of its other items – and ``theirs`` the value now.
    """

    kind: ConflictKind
    sort: Sort
    key: str
    name: str = ""
    seen: Any = None
    mine: Any = None
    theirs: Any = None

    @property
    def place(self) -> Place:
        """What a person chooses about: a field of a part, or (its name "") whether the part goes."""
        return self.key, self.name if self.kind == "changed" else ""

    @property
    def open_to_choice(self) -> bool:
        """Whether one's own value may replace the other one."""
        return self.kind in ("changed", "removing")


@dataclass(frozen=True, slots=True)
class Merged:
    """Changes that fit the current parts, and the conflicts of those that do not."""

    fitting: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def conflicts(changes: Sequence[Change], current: Parts) -> tuple[Conflict, ...]:
    """What does not fit, field by field. What others made alike is none, nor other fields of one part."""
    return merged(changes, current).conflicts


def merged(changes: Sequence[Change], current: Parts, mine: Choices = ()) -> Merged:
    """The changes as they fit the current parts, and what conflicts.

    What is as wanted already drops out. ``mine`` names the places of conflicts in which one's own
    value is to replace the other one; a part that is to go in spite of what was put below it takes
    that with it.
    """
    found: list[Conflict] = []
    fitting: dict[str, Change] = {}
    for change in folded(changes):
        wanted, against = _rebased(change, current)
        lost = [each for each in against if not each.open_to_choice or each.place not in mine]
        found += lost
        kept = _without(wanted, lost)
        if kept is not None:
            fitting[change.key] = kept
    for key in [key for key, name in mine if not name and key in fitting]:
        fitting = _with_all_below(fitting, key, current)
    return Merged(*_held_together(fitting, found, current))


def _rebased(change: Change, current: Parts) -> tuple[Change | None, list[Conflict]]:
    """A change as it would be made to the current part if it won each of its conflicts; these."""
    now = current.get(change.key)
    if change.before is None:
        return _coming(change, now)
    if change.after is None:
        return _going(change, now)
    return _differing(change, now)


def _coming(change: Change, now: Part | None) -> tuple[Change | None, list[Conflict]]:
    if now is None:
        return change, []
    if now.sort == change.sort and values_of(now) == change.after:
        return None, []
    return None, [Conflict("taken", change.sort, change.key)]


def _going(change: Change, now: Part | None) -> tuple[Change | None, list[Conflict]]:
    if now is None:
        return None, []
    values = values_of(now)
    found = [
        Conflict("removing", change.sort, change.key, name, seen, None, values.get(name))
        for name, seen in (change.before or {}).items()
        if values.get(name) != seen
    ]
    return going(now), found


def _differing(change: Change, now: Part | None) -> tuple[Change | None, list[Conflict]]:
    if now is None or now.sort != change.sort:
        return None, [Conflict("gone", change.sort, change.key)]
    values, seen, wanted = values_of(now), change.before or {}, dict(change.after or {})
    found = []
    for name in [name for name in wanted if values.get(name) != wanted[name]]:
        if values.get(name) == seen.get(name):
            continue
        both = _both(change.sort, name, seen.get(name), wanted[name], values.get(name))
        wanted[name] = both.items if both else wanted[name]
        if both is None or both.clash:
            found.append(
                Conflict(
                    "changed",
                    change.sort,
                    change.key,
                    name,
                    seen.get(name),
                    wanted[name],
                    values.get(name),
                )
            )
    names = [name for name in wanted if values.get(name) != wanted[name]]
    before = {name: values.get(name) for name in names}
    return replace(change, before=before, after={name: wanted[name] for name in names}), found


def _both(sort: Sort, name: str, seen: Any, mine: Any, theirs: Any) -> OneList | None:
    """What two people have made of a list whose items stand for themselves; None for all else."""
    if name not in ITEM_BY_ITEM.get(sort, ()) or not all(
        isinstance(each, list) for each in (seen, mine, theirs)
    ):
        return None
    return one_list(seen, mine, theirs)


def _without(change: Change | None, lost: Sequence[Conflict]) -> Change | None:
    """What is left of a change without what it lost."""
    if change is None or not lost:
        return change if change is None or change.names else None
    if change.before is None or change.after is None:
        return None
    return _narrowed(change, {each.name for each in lost})


def _narrowed(change: Change, without: Collection[str]) -> Change | None:
    before, after = change.before or {}, change.after or {}
    names = [name for name in after if name not in without]
    if not names:
        return None
    kept = {name: after[name] for name in names}
    return replace(change, before={name: before[name] for name in names}, after=kept)


def _with_all_below(fitting: dict[str, Change], key: str, current: Parts) -> dict[str, Change]:
    """The changes, and those by which all that stays below a part goes with it."""
    if fitting[key].after is not None:
        return fitting
    left = {part.key: going(part) for part in current.below(key) if part.key not in fitting}
    return fitting | left


def _held_together(
    fitting: dict[str, Change], found: list[Conflict], current: Parts
) -> tuple[tuple[Change, ...], tuple[Conflict, ...]]:
    """The changes without those that would leave a part hanging in the air, and all conflicts.

    One that is left out may leave others without a hold, so they are looked at until all hold.
    """
    found = list(found)
    while loose := _loose(fitting, current):
        found += loose
        for conflict in loose:
            change = fitting.pop(conflict.key)
            if change.before is not None and change.after is not None:
                narrowed = _narrowed(change, (OWNER, POSITION))
                if narrowed is not None:
                    fitting[change.key] = narrowed
    return tuple(fitting.values()), tuple(found)


def _loose(fitting: dict[str, Change], current: Parts) -> list[Conflict]:
    moving = [change for change in fitting.values() if _moves(change)]
    if not moving:
        return []
    owners = {key: (part.sort, part.owner) for key, part in current.by_key().items()}
    for change in moving:
        if change.after is None:
            owners.pop(change.key, None)
        elif OWNER in change.after:
            owners[change.key] = (change.sort, change.after[OWNER])
    held = {owner for sort, owner in owners.values() if sort != "plan"}
    loose = []
    for change in moving:
        if change.after is None and change.key in held:
            loose.append(Conflict("removing", change.sort, change.key))
        elif change.after and OWNER in change.after and not _hangs(change.key, owners):
            wanted = change.after[OWNER]
            loose.append(Conflict("homeless", change.sort, change.key, OWNER, mine=wanted))
    return loose


def _moves(change: Change) -> bool:
    """Whether a part comes, goes, or is to hang on another."""
    return change.after is None or OWNER in change.after


def _hangs(key: str, owners: dict[str, tuple[Sort, str]]) -> bool:
    sort, owner = owners[key]
    if owner not in owners or not may_hang_on(sort, owners[owner][0]):
        return False
    seen = {key}
    while owner != PLAN:
        if owner in seen or owner not in owners:
            return False
        seen.add(owner)
        owner = owners[owner][1]
    return True
