"""What was reworded beyond likeness and stands where it stood, between the same neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from oneplan.document.differences.matching import match

T = TypeVar("T")


def paired_in_place(
    old: Sequence[T],
    new: Sequence[T],
    partner: Mapping[int, T],
    text: Callable[[T], str],
    least: float = 50.0,
) -> Iterator[tuple[T, T]]:
    """Pairs of siblings that have no partner yet, follow the same neighbour, and are somewhat alike.

    ``partner`` gives for the ``id()`` of a new one the old one that it is. ``least`` is the likeness (0 to
    100) below which two texts are two things even there.
    """
    taken = {id(each) for each in partner.values()}
    here = {id(each) for each in old}
    before = _runs(old, lambda each: id(each) if id(each) in taken else None)
    after = _runs(new, lambda each: _anchor(partner.get(id(each)), here))
    for neighbour, left in before.items():
        if left and after.get(neighbour):
            yield from match(left, after[neighbour], (), text, least).pairs


def _anchor(old: T | None, here: set[int]) -> int | None:
    """What a new one is known by: its partner; nothing where it has none, 0 where that stood elsewhere."""
    if old is None:
        return None
    return id(old) if id(old) in here else 0


def _runs(siblings: Sequence[T], anchor: Callable[[T], int | None]) -> dict[int, list[T]]:
    """Those without an anchor, by the anchor of the neighbour before them; 0 is the beginning."""
    runs: dict[int, list[T]] = {0: []}
    neighbour = 0
    for each in siblings:
        found = anchor(each)
        if found is None:
            runs.setdefault(neighbour, []).append(each)
        elif found:
            neighbour = found
    return runs
