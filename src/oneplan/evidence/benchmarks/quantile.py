"""Quantiles of areas by two official rules that disagree where values tie.

Sources: OHID, documentation of ``phe_quantile``, by rank, ties sharing the lowest; DfE, LAIT user
guide, by cut points between values (R's type 7), which belong to the lower part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil, floor
from typing import Literal

from oneplan.evidence.benchmarks.rank import type_7

Rule = Literal["ohid", "lait"]


def quantiles(
    values: Sequence[float | None],
    count: int = 10,
    *,
    inverted: bool = True,
    rule: Rule = "ohid",
) -> list[int | None]:
    """The quantile of each value, 1 to ``count``; None for a missing value or too few of them.

    ``inverted`` gives quantile 1 to the highest values, as where a high score is deprived.
    """
    known = [value for value in values if value is not None]
    if len(known) < count:
        return [None] * len(values)
    if rule == "lait":
        return _by_cut_points(values, sorted(known), count, inverted)
    order = sorted(known, reverse=inverted)
    first: dict[float, int] = {}
    for place, value in enumerate(order, start=1):
        first.setdefault(value, place)
    size = len(known)
    return [None if value is None else _quantile(first[value], size, count) for value in values]


def _quantile(rank: int, size: int, count: int) -> int:
    found = floor((count + 1) - ceil(((size + 1) - rank) / (size / count)))
    return max(1, found)


def _by_cut_points(
    values: Sequence[float | None], known: Sequence[float], count: int, inverted: bool
) -> list[int | None]:
    cuts = [type_7(known, part / count) for part in range(1, count)]
    found = [None if value is None else bisect_left(cuts, value) + 1 for value in values]
    return [None if each is None else count + 1 - each if inverted else each for each in found]
