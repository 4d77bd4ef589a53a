"""Sums that hang together, what people know of them, and the proof that grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from oneplan.evidence.disclosure.programme import Between, Flags, Floats, Sums
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.witnesses import Line, Seen, Whole


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What somebody knows of every row as it is now (``near``), and would if it were withheld."""

    near: Between
    far: Between

    def withhold(self, rows: NDArray[np.intp]) -> None:
        """Rows that are withheld from now on."""
        for now, then in zip(self.near, self.far, strict=True):
            now[rows] = then[rows]

    def of_rows(self, rows: NDArray[np.intp]) -> Knowledge:
        """What is known of some of the rows, by itself."""
        near, far = self.near, self.far
        return Knowledge((near[0][rows], near[1][rows]), (far[0][rows], far[1][rows]))


@dataclass(slots=True)
class Part:
    """Rows and smallest groups that hang together, with the proof that grows in ``lines``.

    A row that is ``free`` may be withheld at its ``cost``; ``nought`` rows are free only where
    nothing else helps. ``protected`` rows must keep four values;
    ``truth`` is the true table. ``knowledge`` goes from who knows most to who knows no more than is
    shown, and then to who does not even know that noughts are shown: a row is protected against the
    first that it can be protected against.
    """

    rows: sp.csr_array
    knowledge: Sequence[Knowledge]
    free: Flags
    nought: Flags
    cost: Floats
    protected: Flags
    truth: Whole
    lines: list[Line] = field(default_factory=list)
    exposed: list[int] = field(default_factory=list)
    doubted: list[int] = field(default_factory=list)
    sums: Whole = field(init=False)
    sums_of: Sums = field(init=False)
    seen: tuple[Seen, Seen] = field(init=False)

    def __post_init__(self) -> None:
        self.sums = self.rows @ self.truth
        self.sums_of = Sums.of(self.rows)
        self.seen = Seen(self.sums), Seen(self.sums)

    def take(self, line: Line) -> None:
        """Keeps a line as proof, and withholds what would tell it from the truth."""
        least, most = self.knowledge[-1].near
        ends = [self.rows @ table for table in line.ends()]
        stays = (np.minimum(*ends) >= least) & (np.maximum(*ends) <= most)
        rows = np.flatnonzero(self.free & ~stays)
        for knowledge in self.knowledge:
            knowledge.withhold(rows)
        self.free[rows] = False
        self.protected[rows] = True
        self.lines.append(line)
        for seen, knowledge in zip(self.seen, (self.knowledge[0], self.knowledge[-2]), strict=True):
            for table in line.tables():
                seen.take(self.rows @ table, *knowledge.near)

    @property
    def open_to_all(self) -> Flags:
        """The rows that have kept enough values even for who knows most."""
        enough: Flags = self.seen[0].count >= VALUES_LEFT_OPEN
        return enough

    @property
    def open(self) -> Flags:
        """The rows that have kept enough values for somebody who sees all that is shown."""
        enough: Flags = self.seen[1].count >= VALUES_LEFT_OPEN
        return enough
