"""Which further counts are withheld, found as the cheapest steps to tables that look the same."""

from __future__ import annotations

import numpy as np

from oneplan.evidence.disclosure.lines import anybody, line_of
from oneplan.evidence.disclosure.part import Knowledge, Part
from oneplan.evidence.disclosure.programme import cheapest
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.witnesses import Line, Whole

_DISTANCES = (1, -1, 2, -2, 3, -3)
_MOST_WORK = 20_000_000
"""Rows times lines looked for, after which the rest stays unproved; some minutes of work."""


def protect(part: Part) -> None:
    """Withholds rows until every protected one keeps four values, and keeps the proof.

    Rows that earlier publications give away whatever is withheld now are listed in ``exposed``, those
    that only a doubt about noughts protects in ``doubted``. A part that is too much work is left
    without its proof.
    """
    tried = np.zeros(len(part.cost), dtype=np.bool_)
    for _ in range(_MOST_WORK // max(len(tried), 1)):
        waiting = np.flatnonzero(part.protected & ~part.open_to_all & ~tried)
        if not waiting.size:
            break
        tried[waiting[0]] = True
        _open(part, int(waiting[0]))
    part.doubted = np.flatnonzero(part.protected & ~part.open).tolist()


def _open(part: Part, row: int) -> None:
    """Finds four values for a row, for whoever knows most as far as they can be had."""
    for knowledge in part.knowledge[:-1]:
        line = line_of(part, knowledge, row)
        if line is not None:
            part.take(line)
        if part.open[row]:
            return
    if not _one_by_one(part, part.knowledge[-2], row) and not _by_doubt(part, row):
        part.exposed.append(row)


def _by_doubt(part: Part, row: int) -> bool:
    """Whether a row keeps four values for somebody who does not know that noughts are shown."""
    line = line_of(part, part.knowledge[-1], row)
    if line is None:
        return _one_by_one(part, part.knowledge[-1], row)
    part.take(line)
    return True


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
        anybody(part),
        whole_numbers=True,
    )
