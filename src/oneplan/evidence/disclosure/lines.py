"""The search for a line: a step that changes a row and nothing that is shown, as cheap as can be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oneplan.evidence.disclosure.neighbourhood import near
from oneplan.evidence.disclosure.part import Knowledge, Part
from oneplan.evidence.disclosure.programme import Between, Flags, Floats, cheapest
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.witnesses import Line, Whole

_MANY_ROWS = 1_500
"""Rows of a part beyond which a line is first looked for near its row, at some loss of shown counts."""


def line_of(part: Part, knowledge: Knowledge, row: int) -> Line | None:
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
        return cls(near, far, _reach(people, anybody(part), turn))

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


def anybody(part: Part) -> Between:
    """The bounds of groups of people: nobody, and no greatest number."""
    return np.zeros(len(part.truth)), np.full(len(part.truth), np.inf)
