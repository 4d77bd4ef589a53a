"""The order of parts that were put in order elsewhere: in a spreadsheet, in a newer document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from oneplan.document.differences.rising import longest_rise
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts


def in_order_of(old: Parts, new: Parts) -> Parts:
    """The new parts in their own order, with as many of the old positions as that order allows.

    Only what was moved or is new gets another position, so that :func:`changes_between` tells only of
    those.
    """
    groups = dict.fromkeys((part.owner, part.sort) for part in new if part.key != PLAN)
    placed = (
        part
        for owner, sort in groups
        for part in _placed(new.children(owner, sort), _kept(old, new.children(owner, sort)))
    )
    return Parts([*(part for part in new if part.key == PLAN), *placed])


def _kept(old: Parts, siblings: Sequence[Part]) -> list[float | None]:
    """For each of the siblings its old position, or None where it cannot keep that."""
    before = [old.get(part.key) for part in siblings]
    known = [
        (number, part.position)
        for number, part in enumerate(before)
        if part is not None and part.owner == siblings[number].owner
    ]
    keeping = longest_rise([position for _, position in known])
    kept: list[float | None] = [None] * len(siblings)
    for place in keeping:
        number, position = known[place]
        kept[number] = position
    return kept


def _placed(siblings: Sequence[Part], kept: Sequence[float | None]) -> Iterator[Part]:
    positions = list(_filled(kept))
    if any(one >= two for one, two in pairwise(positions)):
        positions = [float(number) for number in range(1, len(siblings) + 1)]
    for part, position in zip(siblings, positions, strict=True):
        yield replace(part, position=position)


def _filled(kept: Sequence[float | None]) -> Iterator[float]:
    """The kept positions, and between them evenly those of the others."""
    start = 0
    before: float | None = None
    for place, position in enumerate([*kept, None]):
        if position is None and place < len(kept):
            continue
        yield from _between(before, position, place - start)
        if position is not None:
            yield position
        before, start = position, place + 1


def _between(before: float | None, behind: float | None, number: int) -> Iterator[float]:
    for step in range(1, number + 1):
        if before is not None and behind is not None:
            yield before + (behind - before) * step / (number + 1)
        elif before is not None:
            yield before + step
        elif behind is not None:
            yield behind - number + step - 1
        else:
            yield float(step)
