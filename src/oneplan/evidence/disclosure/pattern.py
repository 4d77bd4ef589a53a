"""Which further counts are withheld, found as the cheapest steps to tables that look the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from oneplan.evidence.disclosure.neighbourhood import near
from oneplan.evidence.disclosure.programme import Between, Flags, Floats, Sums, cheapest
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.witnesses import Line, Seen, Whole

_MANY_ROWS = 1_500
"""Rows of a part beyond which a line is first looked for near its row, at some loss of shown counts."""
_DISTANCES = (1, -1, 2, -2, 3, -3)
_MOST_WORK = 20_000_000
"""Rows times lines looked for, after which the rest stays unproved; some minutes of work."""


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
    seen: Seen = field(init=False)

    def __post_init__(self) -> None:
        self.sums = self.rows @ self.truth
        self.sums_of = Sums.of(self.rows)
        self.seen = Seen(self.rows.shape[0])

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
        for table in line.tables():
            self.seen.take(self.rows @ table, *self.knowledge[-2].near)

    @property
    def open(self) -> Flags:
        """The rows that have kept enough values for somebody who sees all that is shown."""
        enough: Flags = self.seen.count >= VALUES_LEFT_OPEN
        return enough


def protect(part: Part) -> None:
    """Withholds rows until every protected one keeps four values, and keeps the proof.

    Rows that earlier publications give away whatever is withheld now are listed in ``exposed``, those
    that only a doubt about noughts protects in ``doubted``. A part that is too much work is left
    without its proof.
    """
    tried = np.zeros(len(part.cost), dtype=np.bool_)
    for _ in range(_MOST_WORK // max(len(tried), 1)):
        waiting = np.flatnonzero(part.protected & ~part.open & ~tried)
        if not waiting.size:
            break
        row = int(waiting[0])
        tried[row] = True
        line = next((line for k in part.knowledge[:-1] if (line := _line(part, k, row))), None)
        if line is not None:
            part.take(line)
        elif not _one_by_one(part, part.knowledge[-2], row) and not _by_doubt(part, row):
            part.exposed.append(row)
    part.doubted = np.flatnonzero(tried & ~part.open).tolist()


def _by_doubt(part: Part, row: int) -> bool:
    """Whether a row keeps four values for somebody who does not know that noughts are shown."""
    line = _line(part, part.knowledge[-1], row)
    if line is None:
        return _one_by_one(part, part.knowledge[-1], row)
    part.take(line)
    return True


def _line(part: Part, knowledge: Knowledge, row: int) -> Line | None:
    """The cheapest line on which a row has four values for somebody.

    It is looked for first where it is found quickly: among what is withheld already, which costs
    nothing, and near the row where there is much else.
    """
    everywhere = np.ones(part.rows.shape[1], dtype=np.bool_)
    nearby = _nearby(part, row)
    nothing, usual = np.zeros_like(part.free), part.free & ~part.nought
    ways = [
        _Way(everywhere, nothing),
        _Way(nearby if len(part.cost) > _MANY_ROWS else everywhere, usual),
        _Way(nearby, usual, whole_numbers=True),
    ]
    if not any(knowledge is one for one in part.knowledge[:-2]):
        ways.append(_Way(everywhere, usual, whole_numbers=True))
        ways.append(_Way(everywhere, part.free, whole_numbers=True))
    turns = _turns(int(part.sums[row]), knowledge, row)
    steps = [(turn, _Steps.of(part, knowledge, row, turn)) for turn in turns]
    for way in ways:
        for turn, of_turn in steps:
            step = of_turn.cheapest(part, way)
            if step is not None:
                return Line(part.truth, step, *turn)
    return None


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a line is looked for: the groups that may move, and the rows that may be withheld."""

    groups: Flags
    free: Flags
    whole_numbers: bool = False


def _nearby(part: Part, row: int) -> Flags:
    """The smallest groups near one of those in a row."""
    groups = part.rows.indices[part.rows.indptr[row] : part.rows.indptr[row + 1]]
    cost = np.zeros(part.rows.shape[1])
    alone = np.flatnonzero(part.sums_of.group_of >= 0)
    fixed = ~part.free[alone] & ~part.protected[alone]
    cost[part.sums_of.group_of[alone]] = np.where(
        part.free[alone], part.cost[alone], np.where(fixed, np.inf, 0.0)
    )
    return near(part.sums_of.by_row, int(groups[np.argmin(cost[groups])]), cost)


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


@dataclass(frozen=True, slots=True)
class _Steps:
    """Steps of one in a row such that a whole line keeps within all bounds."""

    near: Between
    far: Between
    within: Between

    @classmethod
    def of(cls, part: Part, knowledge: Knowledge, row: int, turn: tuple[int, int]) -> _Steps:
        """The steps of a row that go so far back and ahead."""
        sums = part.sums.astype(np.float64)
        near, far = _reach(sums, knowledge.near, turn), _reach(sums, knowledge.far, turn)
        near[0][row] = near[1][row] = 1.0
        people = part.truth.astype(np.float64)
        return cls(near, far, _reach(people, _anybody(part), turn))

    def cheapest(self, part: Part, way: _Way) -> Whole | None:
        """The cheapest of them, None where there is none that way."""
        return cheapest(
            part.sums_of,
            way.free,
            part.cost,
            self.near,
            self.far,
            (np.where(way.groups, self.within[0], 0.0), np.where(way.groups, self.within[1], 0.0)),
            whole_numbers=way.whole_numbers,
        )


def _anybody(part: Part) -> Between:
    return np.zeros(len(part.truth)), np.full(len(part.truth), np.inf)


def _one_by_one(part: Part, knowledge: Knowledge, row: int) -> bool:
    """Whether four values of a row are found as tables of their own, not on one line.

    What is found is kept either way, so that the row is not narrowed down further.
    """
    still = np.zeros_like(part.truth)
    part.take(Line(part.truth, still))
    value = int(part.sums[row])
    found = 1
    for distance in _DISTANCES:
        least, most = knowledge.near[0][row], knowledge.near[1][row]
        if found < VALUES_LEFT_OPEN and least <= value + distance <= most:
            table = _table_with(part, knowledge, row, value + distance)
            if table is not None:
                part.take(Line(table, still))
                found += 1
    return found >= VALUES_LEFT_OPEN


def _table_with(part: Part, knowledge: Knowledge, row: int, value: int) -> Whole | None:
    near = knowledge.near[0].copy(), knowledge.near[1].copy()
    near[0][row] = near[1][row] = value
    return cheapest(
        part.sums_of,
        part.free,
        part.cost,
        near,
        knowledge.far,
        _anybody(part),
        whole_numbers=True,
    )
