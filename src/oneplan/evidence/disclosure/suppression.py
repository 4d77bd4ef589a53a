"""From facts to what is withheld: the equations, their parts, the pattern, and its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log2

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from oneplan.evidence.disclosure.base_point import a_true_table, told_by
from oneplan.evidence.disclosure.changes import Change, changes_of, growing
from oneplan.evidence.disclosure.counted import Structure, Uncleared
from oneplan.evidence.disclosure.equations import Equations, Place, equations
from oneplan.evidence.disclosure.facts import Fact
from oneplan.evidence.disclosure.kinship import TotalsDisagree, kinship
from oneplan.evidence.disclosure.pattern import Knowledge, Part, protect
from oneplan.evidence.disclosure.programme import Between
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN, Range, SuppressionRule
from oneplan.evidence.disclosure.witnesses import values_left_open


@dataclass(slots=True, repr=False)
class Pattern(Uncleared):
    """What is withheld besides what the rule withholds, and what cannot be protected any more.

    ``proved`` is False where the proof failed: then nothing of the table may be shown.
    """

    withheld: set[Place] = field(default_factory=set)
    exposed: set[Place] = field(default_factory=set)
    proved: bool = True


@dataclass(frozen=True, slots=True)
class _Rows:
    """All sums with what bounds them; the first are the cells in the order of their facts."""

    matrix: sp.csr_array
    knowledge: tuple[Knowledge, Knowledge]
    free: NDArray[np.bool_]
    cost: NDArray[np.float64]
    protected: NDArray[np.bool_]
    true: Between
    unlisted: int


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
    places = sorted(facts)
    kin = kinship([facts[place] for place in places], structure)
    listed = [facts[place] for place in places]
    changes = changes_of(listed, releases)
    made = equations(places, kin, growing(changes, listed), complement=rule.complement)
    rows = _rows(made, listed, changes)
    pattern = Pattern()
    is_fresh = np.asarray([place in fresh for place in places], dtype=np.bool_)
    for groups, members in _parts(rows, len(places)):
        if is_fresh[members[members < len(places)]].any():
            _work_out(rows, groups, members, places, rule, pattern)
    return pattern


def _work_out(
    rows: _Rows,
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
        knowledge=[_of_rows(one, members) for one in rows.knowledge],
        free=rows.free[members].copy(),
        cost=rows.cost[members],
        protected=rows.protected[members] | (members >= rows.unlisted),
        truth=truth,
    )
    was_free = part.free.copy()
    protect(part)
    pattern.withheld |= {places[row] for row in members[was_free & ~part.free]}
    pattern.exposed |= {places[row] for row in members[part.exposed] if row < len(places)}
    pattern.proved &= _is_proved(part)


def _is_proved(part: Part) -> bool:
    waiting = np.setdiff1d(np.flatnonzero(part.protected), np.asarray(part.exposed, dtype=np.intp))
    left = values_left_open(part.rows, part.knowledge[-1].near, waiting, part.lines)
    return bool(np.all(left >= VALUES_LEFT_OPEN))


def _with_small_differences(
    rows: _Rows,
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


def _parts(rows: _Rows, cells: int) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """The smallest groups and the rows that hang together; groups known to be empty are left out."""
    least, most = rows.knowledge[-1].near
    empty = np.flatnonzero((least[:cells] == 0) & (most[:cells] == 0))
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


def _rows(made: Equations, facts: Sequence[Fact], changes: Sequence[Change]) -> _Rows:
    earlier = made.cells[[change.before for change in changes], :]
    later = made.cells[[change.after for change in changes], :]
    matrix = sp.vstack(
        [made.cells, made.joins, made.growth, later - earlier, made.unlisted], format="csr"
    )
    joins, growth, differences = (m.shape[0] for m in (made.joins, made.growth, made.unlisted))
    least = [0.0] * (joins + growth) + [change.least for change in changes] + [-inf] * differences
    most = (
        [0.0] * joins + [inf] * growth + [change.most for change in changes] + [inf] * differences
    )
    others = len(least)
    nothing = np.zeros(others, dtype=np.bool_)
    ends = least, most
    return _Rows(
        matrix=matrix,
        knowledge=(
            _knowledge(facts, [fact.if_reason_known for fact in facts], ends),
            _knowledge(facts, [fact.if_withheld for fact in facts], ends),
        ),
        free=np.concatenate([[fact.state == "open" for fact in facts], nothing]).astype(np.bool_),
        cost=np.concatenate([[_cost(fact) for fact in facts], np.zeros(others)]),
        protected=np.concatenate([[_is_protected(f) for f in facts], nothing]).astype(np.bool_),
        true=_between([None if f.count is None else (f.count, f.count) for f in facts], ends),
        unlisted=matrix.shape[0] - differences,
    )


_Ends = tuple[list[float], list[float]]


def _knowledge(facts: Sequence[Fact], withheld: Sequence[Range], ends: _Ends) -> Knowledge:
    near = [
        range_ if fact.state == "withheld" else fact.if_shown
        for fact, range_ in zip(facts, withheld, strict=True)
    ]
    return Knowledge(_between(near, ends), _between(withheld, ends))


def _of_rows(knowledge: Knowledge, rows: NDArray[np.intp]) -> Knowledge:
    near, far = knowledge.near, knowledge.far
    return Knowledge((near[0][rows], near[1][rows]), (far[0][rows], far[1][rows]))


def _between(ranges: Sequence[Range | None], ends: _Ends) -> Between:
    least = [-inf if one is None else float(one[0]) for one in ranges]
    most = [inf if one is None or one[1] is None else float(one[1]) for one in ranges]
    return np.asarray([*least, *ends[0]]), np.asarray([*most, *ends[1]])


def _is_protected(fact: Fact) -> bool:
    return fact.state == "withheld" and fact.reason != ""


def _cost(fact: Fact) -> float:
    """What is lost when a count is withheld: more for larger counts, and most for totals."""
    return (1 + log2(1 + (fact.count or 0))) * 4.0 ** -len(fact.key)
