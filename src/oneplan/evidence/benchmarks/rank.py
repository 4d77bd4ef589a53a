"""Rank and band by the rules of DfE's Local Authority Interactive Tool (LAIT).

Source: DfE, LAIT user guide and published code: ties share the best rank; the quarters are cut by
linear interpolation between values (R's type 7) and the cut points belong to the better side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

Good = Literal["high", "low"]
Band = Literal["A", "B", "C", "D"]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An area's rank from 1 and its quarter, A the best; None where it has no value."""

    rank: int | None
    band: Band | None


def ranked(values: Sequence[float | None], good: Good | None) -> list[Ranked]:
    """Rank and band of each value among all that are known, in the order given.

    Without a polarity nothing is ranked.
    """
    known = sorted(value for value in values if value is not None)
    if good is None or not known:
        return [Ranked(None, None) for _ in values]
    cuts = tuple(type_7(known, share) for share in (0.25, 0.5, 0.75))
    order = known if good == "low" else known[::-1]
    first: dict[float, int] = {}
    for place, value in enumerate(order, start=1):
        first.setdefault(value, place)
    return [
        Ranked(None, None) if value is None else Ranked(first[value], _band(value, cuts, good))
        for value in values
    ]


def _band(value: float, cuts: Sequence[float], good: Good) -> Band:
    letters: tuple[Band, ...] = ("A", "B", "C", "D") if good == "low" else ("D", "C", "B", "A")
    for letter, cut in zip(letters, cuts, strict=False):
        if value <= cut:
            return letter
    return letters[-1]


def type_7(known: Sequence[float], share: float) -> float:
    """The quantile of sorted values by linear interpolation, R's type 7 (Hyndman and Fan 1996)."""
    place = (len(known) - 1) * share
    below = floor(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (place - below) * (known[above] - known[below])
