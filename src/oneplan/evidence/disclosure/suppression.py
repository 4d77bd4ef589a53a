"""From facts to what is withheld: the equations, their parts, the pattern, and its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from oneplan.evidence.disclosure.base_point import a_true_table, told_by
from oneplan.evidence.disclosure.changes import changes_of, growing
from oneplan.evidence.disclosure.counted import Structure, Uncleared
from oneplan.evidence.disclosure.equations import Place, equations
from oneplan.evidence.disclosure.facts import Fact
from oneplan.evidence.disclosure.kinship import TotalsDisagree, kinship
from oneplan.evidence.disclosure.noughts import unlisted_noughts
from oneplan.evidence.disclosure.part import Part
from oneplan.evidence.disclosure.pattern import protect
from oneplan.evidence.disclosure.rows import Rows, rows_of
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN, SuppressionRule
from oneplan.evidence.disclosure.witnesses import values_left_open


@dataclass(slots=True, repr=False)
class Pattern(Uncleared):
    """What is withheld besides what the rule withholds, and what cannot be protected any more.

    ``doubted`` counts are protected only while somebody who looks on thinks that they could be nought.
    ``overlapping`` are dimensions whose parts are more than their whole somewhere. ``proved`` is False
    where the proof failed: then nothing of the table may be shown.
    """

    withheld: set[Place] = field(default_factory=set)
    exposed: set[Place] = field(default_factory=set)
    doubted: set[Place] = field(default_factory=set)
    proved: bool = True
    overlapping: frozenset[str] = frozenset()


def pattern_of(
    facts: Mapping[Place, Fact],
    fresh: set[Place],
    releases: Sequence[str],
    structure: Structure,
    rule: SuppressionRule,
) -> Pattern:
    """What else must be withheld of the facts that are open.

    ``fresh`` are the places of the table that is asked about, ``releases`` the order in which the
    states of the data came.

    Raises:
        TotalsDisagree: the known counts contradict each other.
        TooLarge: there is more than can be proved.
    """
    kin = kinship(facts.values(), structure)
    facts = {**facts, **unlisted_noughts(facts, kin)}
    places = sorted(facts)
    listed = [facts[place] for place in places]
    changes = changes_of(listed, releases)
    made = equations(places, kin, growing(changes, listed), complement=rule.complement)
    rows = rows_of(made, listed, changes)
    pattern = Pattern(overlapping=kin.overlapping - structure.overlap)
    is_fresh = np.asarray([place in fresh for place in places], dtype=np.bool_)
    for groups, members in _parts(rows, len(places)):
        if is_fresh[members[members < len(places)]].any():
            _work_out(rows, groups, members, places, rule, pattern)
    return pattern


def _work_out(
    rows: Rows,
    groups: NDArray[np.intp],
    members: NDArray[np.intp],
    places: Sequence[Place],
    rule: SuppressionRule,
    pattern: Pattern,
) -> None:
    matrix = rows.matrix[members, :][:, groups].tocsr()
    least, most = rows.true[0][members], rows.true[1][members]
    known = least > -inf
    truth = a_true_table(matrix[known, :], least[known], most[known])
    if truth is None:
        first = members[0]
        raise TotalsDisagree("The counts around a cell contradict each other.", places[first][1])
    told = matrix[(least == most) & known, :]
    members, matrix = _with_small_differences(rows, members, matrix, told, truth, rule)
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
    pattern.withheld |= {places[row] for row in members[was_free & ~part.free]}
    pattern.exposed |= {places[row] for row in members[part.exposed] if row < len(places)}
    pattern.doubted |= {places[row] for row in members[part.doubted] if row < len(places)}
    pattern.proved &= _is_proved(part)


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
    """The places of each label."""
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
