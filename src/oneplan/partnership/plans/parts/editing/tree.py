"""Adding and removing parts, and where among its like a part stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import POSITION, Change, coming, differing, going
from oneplan.partnership.plans.parts.document import may_hang_on
from oneplan.partnership.plans.parts.keys import fresh_key, is_key
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import checked

FIRST = "first"
"""In place of a key: before all others."""


def added(
    parts: Parts,
    sort: Sort,
    owner: str,
    fields: Mapping[str, Any],
    *,
    after: str | None = None,
    key: str | None = None,
) -> list[Change]:
    """A new part below ``owner``: behind the part ``after``, FIRST, or last where that is None.

    A page gives the part's ``key`` (:func:`fresh_key`) with its form, so that a form sent twice adds
    one part.

    Raises:
        Refused: such a part cannot stand there, or a field is unknown, missing or cannot hold its value.
    """
    must_stand_under(parts, sort, owner)
    if key is not None and not is_key(key):
        raise Refused({"key": "The form is damaged. Open it anew"})
    position, room = room_after(parts, sort, owner, after)
    new = Part(sort, key or fresh_key(sort), owner, position, checked(sort, fields))
    return [coming(new), *room]


def removed(parts: Parts, key: str) -> list[Change]:
    """Takes away a part and all that hangs below it.

    Raises:
        KeyError: there is no such part.
        Refused: it is the plan itself.
    """
    if key == PLAN:
        raise Refused({"key": "A plan is not removed as a part of itself"})
    return [going(part) for part in (*reversed(parts.below(key)), parts[key])]


def must_stand_under(parts: Parts, sort: Sort, owner: str) -> None:
    """Goes on only where parts of this sort may stand under the owner.

    Raises:
        Refused: they may not, or it is not there.
    """
    above = parts.get(owner)
    if above is None:
        raise Refused({"owner": "What this was to stand under is not in the plan any more"})
    if not may_hang_on(sort, above.sort):
        article = "An" if sort in ("action", "element") else "A"
        raise Refused({"owner": f"{article} {sort} cannot stand under a {above.sort}"})


def room_after(
    parts: Parts, sort: Sort, owner: str, after: str | None, without: str | None = None
) -> tuple[float, list[Change]]:
    """The position behind a part (FIRST: before all; None: behind all) among those of its owner.

    Where no number is left between two of them, all are given whole positions by the changes.
    ``without`` is the key of a part that is not to count.
    """
    siblings = [part for part in parts.children(owner, sort) if part.key != without]
    place = _place_after(siblings, after)
    if place == len(siblings):
        return (siblings[-1].position + 1.0 if siblings else 1.0), []
    if place == 0:
        return siblings[0].position - 1.0, []
    before, behind = siblings[place - 1].position, siblings[place].position
    between = (before + behind) / 2
    if before < between < behind:
        return between, []
    whole = (
        differing(part, {POSITION: float(number + (number > place))})
        for number, part in enumerate(siblings, start=1)
    )
    return float(place + 1), [change for change in whole if change]


def _place_after(siblings: Sequence[Part], after: str | None) -> int:
    if after == FIRST:
        return 0
    places = (place for place, part in enumerate(siblings, start=1) if part.key == after)
    return next(places, len(siblings))


def in_order(parts: Parts, keys: Sequence[str]) -> list[str]:
    """The keys in the order of the plan, each once.

    Raises:
        Refused: one of them is not in the plan.
    """
    missing = [key for key in keys if key not in parts]
    if missing:
        raise Refused({"keys": f"“{missing[0]}” is not in the plan any more"})
    wanted = set(keys)
    return [part.key for part in parts if part.key in wanted]
