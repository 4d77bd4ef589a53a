"""Which further counts are withheld, found as the cheapest steps to tables that look the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from oneplan.evidence.disclosure.programme import Between, Flags, Floats, Sums, cheapest
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.witnesses import Line, Whole


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What somebody knows of every row as it is now (``near``), and would if it were withheld."""

    near: Between
    far: Between

    def withhold(self, rows: NDArray[np.intp]) -> None:
        """Rows that are withheld from now on."""
        for now, then in zip(self.near, self.far, strict=True):
            now[rows] = then[rows]


@dataclass(slots=True)
class Part:
    """Rows and smallest groups that hang together, with the proof that grows in ``lines``.

    A row that is ``free`` may be withheld at its ``cost``; ``protected`` rows must keep four values;
    ``truth`` is the true table. ``knowledge`` goes from who knows most to who knows no more than is
    shown: a row is protected against the first that it can be protected against.
    """

    rows: sp.csr_array
    knowledge: Sequence[Knowledge]
    free: Flags
    cost: Floats
    protected: Flags
    truth: Whole
    lines: list[Line] = field(default_factory=list)
    exposed: list[int] = field(default_factory=list)
    sums: Whole = field(init=False)
    sums_of: Sums = field(init=False)

    def __post_init__(self) -> None:
        self.sums = self.rows @ self.truth
        self.sums_of = Sums.of(self.rows)

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


def protect(part: Part) -> None:
    """Withholds rows until every protected one keeps four values, and keeps the proof.

    Rows that earlier publications give away whatever is withheld now are listed in ``exposed``.
    """
    covered = np.zeros(len(part.cost), dtype=np.bool_)
    while (waiting := np.flatnonzero(part.protected & ~covered)).size:
        row = int(waiting[0])
        covered[row] = True
        line = _cheapest_line(part, row)
        if line is not None:
            part.take(line)
            covered |= part.rows @ line.step != 0
        elif not _one_by_one(part, row):
            part.exposed.append(row)


def _cheapest_line(part: Part, row: int) -> Line | None:
    """The cheapest line on which a row has four values, for whoever knows most where there is one."""
    for place, knowledge in enumerate(part.knowledge):
        in_earnest = place == len(part.knowledge) - 1
        for back, ahead in _turns(int(part.sums[row]), knowledge, row):
            step = _step(part, knowledge, row, (back, ahead), in_earnest=in_earnest)
            if step is not None:
                return Line(part.truth, step, back, ahead)
    return None


def _turns(value: int, knowledge: Knowledge, row: int) -> list[tuple[int, int]]:
    """How many values down and up a line may go from the true one, the most even first."""
    steps = VALUES_LEFT_OPEN - 1
    least, most = knowledge.near[0][row], knowledge.near[1][row]
    turns = [
        (back, steps - back)
        for back in range(steps + 1)
        if value - back >= max(least, 0) and value + steps - back <= most
    ]
    return sorted(turns, key=lambda turn: abs(turn[0] - turn[1]))


def _reach(values: Floats, between: Between, turn: tuple[int, int]) -> Between:
    """How far a step may go down and up, so that the whole line stays between."""
    back, ahead = turn
    below, above = values - between[0], between[1] - values
    least = np.full(len(values), -np.inf)
    most = np.full(len(values), np.inf)
    if ahead:
        least, most = np.maximum(least, -below / ahead), np.minimum(most, above / ahead)
    if back:
        least, most = np.maximum(least, -above / back), np.minimum(most, below / back)
    return np.ceil(least), np.floor(most)


def _step(
    part: Part, knowledge: Knowledge, row: int, turn: tuple[int, int], *, in_earnest: bool
) -> Whole | None:
    """The cheapest step of one in a row such that the line keeps within all bounds."""
    sums = part.sums.astype(np.float64)
    near = _reach(sums, knowledge.near, turn)
    far = _reach(sums, knowledge.far, turn)
    near[0][row] = near[1][row] = 1.0
    people = part.truth.astype(np.float64)
    anybody = np.zeros(len(people)), np.full(len(people), np.inf)
    within = _reach(people, anybody, turn)
    return cheapest(part.sums_of, part.free, part.cost, near, far, within, whole_numbers=in_earnest)


def _one_by_one(part: Part, row: int) -> bool:
    """Whether four values of a row are found as tables of their own, not on one line."""
    still = np.zeros_like(part.truth)
    part.take(Line(part.truth, still))
    value = int(part.sums[row])
    least, most = part.knowledge[-1].near[0][row], part.knowledge[-1].near[1][row]
    found = 1
    for distance in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        if found == VALUES_LEFT_OPEN:
            break
        if least <= value + distance <= most:
            table = _table_with(part, row, value + distance)
            if table is not None:
                part.take(Line(table, still))
                found += 1
    return found == VALUES_LEFT_OPEN


def _table_with(part: Part, row: int, value: int) -> Whole | None:
    knowledge = part.knowledge[-1]
    near = knowledge.near[0].copy(), knowledge.near[1].copy()
    near[0][row] = near[1][row] = value
    anybody = np.zeros(len(part.truth)), np.full(len(part.truth), np.inf)
    return cheapest(
        part.sums_of, part.free, part.cost, near, knowledge.far, anybody, whole_numbers=True
    )
