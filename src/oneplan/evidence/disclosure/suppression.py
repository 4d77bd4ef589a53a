"""From facts to what is withheld: the equations, their parts, the pattern, and its proof."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from math import inf

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from oneplan.evidence.disclosure.base_point import a_true_table, told_by
from oneplan.evidence.disclosure.changes import changes_of, growing
from oneplan.evidence.disclosure.counted import Uncleared
from oneplan.evidence.disclosure.equations import Equations, Place, equations
from oneplan.evidence.disclosure.kinship import TotalsDisagree, kinship
from oneplan.evidence.disclosure.known import Known
from oneplan.evidence.disclosure.narrowing import narrowed
from oneplan.evidence.disclosure.noughts import unlisted_noughts
from oneplan.evidence.disclosure.part import Part
from oneplan.evidence.disclosure.pattern import protect
from oneplan.evidence.disclosure.rows import Rows, rows_of
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN, SuppressionRule
from oneplan.evidence.disclosure.witnesses import values_left_open


@dataclass(slots=True, repr=False)
class Pattern(Uncleared):
    """What is withheld besides what the rule withholds, and what cannot be protected any more.

    ``exposed`` counts have fewer than four values, ``doubted`` ones four only while somebody who looks
    on thinks that they could be nought. What of these was better protected before the tables came is
    ``narrowed``: then they may not be shown. Counts that no table lists are among them.
    ``overlapping`` are dimensions whose parts are more than their whole somewhere. ``proved`` is False
    where the proof failed: then nothing of the tables may be shown either.
    """

    withheld: set[Place] = field(default_factory=set)
    exposed: set[Place] = field(default_factory=set)
    doubted: set[Place] = field(default_factory=set)
    narrowed: set[Place] = field(default_factory=set)
    proved: bool = True
    overlapping: frozenset[str] = frozenset()


def pattern_of(known: Known, rule: SuppressionRule) -> Pattern:
    """What else must be withheld of the facts that are open.

    Raises:
        TotalsDisagree: the known counts contradict each other.
        TooLarge: there is more than can be proved.
    """
    kin = kinship(known.facts.values(), known.structure)
    facts = {**known.facts, **unlisted_noughts(known.facts, kin)}
    before = {**known.before, **unlisted_noughts(known.before, kin)}
    places = sorted(facts)
    listed = [facts[place] for place in places]
    changes = changes_of(listed, known.releases)
    grown = growing(listed, known.releases)
    made = equations(places, kin, grown, complement=rule.complement)
    rows = rows_of(made, listed, changes, before)
    asked = _Asked(rows, made, _flags(places, known.asked), _flags(places, known.new), rule)
    pattern = Pattern(overlapping=kin.overlapping - known.structure.overlap)
    for groups, members in _parts(rows, len(places)):
        if asked.holds(members):
            _work_out(asked, groups, members, pattern)
    return pattern


def _flags(places: Sequence[Place], some: Container[Place]) -> NDArray[np.bool_]:
    return np.asarray([place in some for place in places], dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The rows, of which cells something is asked, and which of them are new."""

    rows: Rows
    made: Equations
    asked: NDArray[np.bool_]
    new: NDArray[np.bool_]
    rule: SuppressionRule

    def holds(self, members: NDArray[np.intp]) -> bool:
        """Whether anything is asked of some rows."""
        return bool(self.asked[members[members < len(self.asked)]].any())

    def tells(self, members: NDArray[np.intp]) -> bool:
        """Whether anything of some rows is new."""
        return bool(self.new[members[members < len(self.new)]].any())

    def names(self, rows: NDArray[np.intp]) -> set[Place]:
        """The cells of some rows, and the groups that no table lists."""
        listed = {self.made.places[row] for row in rows if row < len(self.made.places)}
        unlisted = rows[rows >= self.rows.unlisted] - self.rows.unlisted
        return listed | {self.made.unlisted_names[row] for row in unlisted}


def _work_out(
    asked: _Asked, groups: NDArray[np.intp], members: NDArray[np.intp], pattern: Pattern
) -> None:
    rows, places = asked.rows, asked.made.places
    matrix = rows.matrix[members, :][:, groups].tocsr()
    least, most = rows.true[0][members], rows.true[1][members]
    known = least > -inf
    truth = a_true_table(matrix[known, :], least[known], most[known])
    if truth is None:
        first = members[0]
        raise TotalsDisagree("The counts around a cell contradict each other.", places[first][1])
    told = matrix[(least == most) & known, :]
    members, matrix = _with_small_differences(rows, members, matrix, told, truth, asked.rule)
    part = Part(
        rows=matrix,
        knowledge=[one.of_rows(members) for one in rows.knowledge],
        free=rows.free[members].copy(),
        nought=rows.nought[members],
        cost=rows.cost[members],
        protected=rows.protected[members] | (members >= rows.unlisted),
        truth=truth,
    )
    was_free = part.free.copy()
    protect(part)
    pattern.withheld |= asked.names(members[was_free & ~part.free])
    pattern.exposed |= asked.names(members[part.exposed])
    pattern.doubted |= asked.names(members[part.doubted])
    pattern.proved &= _is_proved(part)
    if asked.tells(members):
        before = rows.before[0][members], rows.before[1][members]
        pattern.narrowed |= asked.names(members[narrowed(part, before)])


def _is_proved(part: Part) -> bool:
    waiting = np.setdiff1d(np.flatnonzero(part.protected), np.asarray(part.exposed, dtype=np.intp))
    left = values_left_open(part.rows, part.knowledge[-1].near, waiting, part.lines)
    return bool(np.all(left >= VALUES_LEFT_OPEN))


def _with_small_differences(
    rows: Rows,
    members: NDArray[np.intp],
    matrix: sp.csr_array,
    told: sp.csr_array,
    truth: NDArray[np.int64],
    rule: SuppressionRule,
) -> tuple[NDArray[np.intp], sp.csr_array]:
    """The rows without those differences between cells that are not small, or that nobody can form."""
    sums = matrix @ truth
    listed = members < rows.unlisted
    small = ~listed & np.asarray([rule.is_small(int(value)) for value in sums])
    if small.any():
        small[small] = told_by(told, matrix[small, :])
    kept = listed | small
    return members[kept], matrix[kept, :]


def _parts(rows: Rows, cells: int) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """The smallest groups and the rows that hang together; groups known to be empty are left out."""
    least, most = rows.knowledge[-1].near
    empty = np.flatnonzero((least[:cells] == 0) & (most[:cells] == 0) & ~rows.free[:cells])
    gone = np.unique(rows.matrix[empty, :].tocsr().indices)
    left = np.setdiff1d(np.arange(rows.matrix.shape[1]), gone)
    matrix = rows.matrix[:, left].tocsr()
    _, label = connected_components(_graph(matrix))
    of_row, of_group = label[: matrix.shape[0]], label[matrix.shape[0] :]
    group_sets, row_sets = _by_label(of_group), _by_label(of_row)
    return [(left[group_sets[one]], row_sets[one]) for one in sorted(group_sets) if one in row_sets]


def _by_label(labels: NDArray[np.int32]) -> dict[int, NDArray[np.intp]]:
    """The places of each label; none where there is nothing, as where all counts are nought."""
    if not labels.size:
        return {}
    order = np.argsort(labels, kind="stable")
    found, starts = np.unique(labels[order], return_index=True)
    return dict(zip(found.tolist(), np.split(order, starts[1:]), strict=True))


def _graph(matrix: sp.csr_array) -> sp.csr_array:
    """Rows and columns as the nodes of a graph, rows first, an edge where an entry is."""
    rows, columns = matrix.shape
    entries = matrix.tocoo()
    return sp.csr_array(
        (np.ones(matrix.nnz), (entries.row, rows + entries.col)),
        shape=(rows + columns, rows + columns),
    )
