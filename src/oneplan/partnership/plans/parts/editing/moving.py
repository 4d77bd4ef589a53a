"""Moving parts: within their owner and to another one."""

from __future__ import annotations

from collections.abc import Iterable

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import OWNER, POSITION, Change, differing
from oneplan.partnership.plans.parts.editing.tree import FIRST, must_stand_under, room_after
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts


def moved(parts: Parts, key: str, owner: str, after: str | None = None) -> list[Change]:
    """Puts a part below an owner: behind the part ``after``, FIRST, or last where that is None.

    What hangs below the part goes with it. Nothing changes where it stands there already.

    Raises:
        KeyError: there is no such part.
        Refused: it cannot stand there, or would stand below itself.
    """
    part = parts[key]
    must_be_movable(parts, part, owner)
    if after == key or _stands_there(parts, part, owner, after):
        return []
    position, room = room_after(parts, part.sort, owner, after, without=key)
    return [*_placed(part, owner, position), *room]


def must_be_movable(parts: Parts, part: Part, owner: str) -> None:
    """Goes on only where a part can be put below an owner.

    Raises:
        Refused: it is the plan itself, cannot stand there, or would stand below itself.
    """
    if part.key == PLAN:
        raise Refused({"key": "The plan itself cannot be moved"})
    must_stand_under(parts, part.sort, owner)
    if owner != PLAN and part.key in (owner, *(above.key for above in parts.above(owner))):
        raise Refused({"owner": "A part cannot stand below itself"})


def _placed(part: Part, owner: str, position: float) -> list[Change]:
    change = differing(part, {OWNER: owner, POSITION: position})
    return [change] if change else []


def _stands_there(parts: Parts, part: Part, owner: str, after: str | None) -> bool:
    if part.owner != owner:
        return False
    keys = [sibling.key for sibling in parts.children(owner, part.sort)]
    place = keys.index(part.key)
    if after is None:
        return place == len(keys) - 1
    return place == 0 if after == FIRST else keys[place - 1 : place] == [after]


def all_moved(parts: Parts, moving: Iterable[Part], owner: str) -> list[Change]:
    """Puts parts of one sort below an owner, behind those that it has, in the order given."""
    found = list(moving)
    last = room_after(parts, found[0].sort, owner, None)[0] if found else 0.0
    return [
        change
        for number, part in enumerate(found)
        for change in _placed(part, owner, last + number)
    ]


def raised(parts: Parts, key: str) -> list[Change]:
    """Moves a part before the one that stands before it; no change for the first."""
    siblings, place = _among(parts, key)
    if place == 0:
        return []
    return moved(parts, key, parts[key].owner, siblings[place - 2].key if place > 1 else FIRST)


def lowered(parts: Parts, key: str) -> list[Change]:
    """Moves a part behind the one that stands behind it; no change for the last."""
    siblings, place = _among(parts, key)
    if place == len(siblings) - 1:
        return []
    return moved(parts, key, parts[key].owner, siblings[place + 1].key)


def _among(parts: Parts, key: str) -> tuple[tuple[Part, ...], int]:
    part = parts[key]
    siblings = parts.children(part.owner, part.sort)
    return siblings, [sibling.key for sibling in siblings].index(key)
