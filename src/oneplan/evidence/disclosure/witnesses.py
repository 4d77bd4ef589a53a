"""Tables that agree with all that is shown and yet are not the true one: the proof of protection.

A withheld count is protected when there are tables of whole numbers, each as good as the true one to
whoever sees only what is shown, in which it has four different values. A line of such tables is the
true one with the same step taken several times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Bounds = tuple[NDArray[np.float64], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Line:
    """Tables ``start + k * step`` for the whole numbers k from ``-back`` to ``ahead``."""

    start: Whole
    step: Whole
    back: int = 0
    ahead: int = 0

    def ends(self) -> tuple[Whole, Whole]:
        """The first and the last table."""
        return self.start - self.back * self.step, self.start + self.ahead * self.step

    def tables(self) -> Iterator[Whole]:
        """The tables on the line, in order."""
        for times in range(-self.back, self.ahead + 1):
            yield self.start + times * self.step


class Seen:
    """The values that rows were seen to have, the true ones among them."""

    def __init__(self, true: Whole) -> None:
        self._true = true
        self._others: dict[int, set[int]] = {}
        self.count = np.ones(len(true), dtype=np.int64)

    def take(self, sums: Whole, low: NDArray[np.float64], high: NDArray[np.float64]) -> None:
        """Takes in the sums of a table that somebody could hold for the true one, within bounds."""
        if not bool(np.all((sums >= low) & (sums <= high))):
            return
        moved = np.flatnonzero(sums != self._true)
        for row, value in zip(moved.tolist(), sums[moved].tolist(), strict=True):
            others = self._others.setdefault(row, set())
            others.add(value)
            self.count[row] = 1 + len(others)


def values_left_open(
    rows: sp.csr_array, bounds: Bounds, protected: NDArray[np.intp], lines: Iterable[Line]
) -> Whole:
    """How many different values of each protected row the tables show.

    Tables that hold fewer than nobody anywhere, or that leave the bounds of any row, show nothing.
    Everything is worked out in whole numbers.
    """
    seen: list[set[int]] = [set() for _ in protected]
    low, high = bounds
    for line in lines:
        for table in line.tables():
            if table.min(initial=0) < 0:
                continue
            sums = rows @ table
            if np.all((sums >= low) & (sums <= high)):
                for values, value in zip(seen, sums[protected].tolist(), strict=True):
                    values.add(value)
    return np.asarray([len(values) for values in seen], dtype=np.int64)
