"""The linear programme behind a step: whole numbers that keep to bounds as cheaply as they can."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from oneplan.evidence.disclosure.witnesses import Whole

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Between = tuple[Floats, Floats]

_MOST_NODES = 2_000
_NEARLY = 1e-6
_GAP = 0.5


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of columns. A row that is one column alone (``group_of``, else -1) is a bound, no equation.

    ``columns`` are those of the other rows, ``wide_rows``, followed by one for each of these rows alone.
    """

    columns: sp.csc_array
    by_row: sp.csr_array
    wide_rows: NDArray[np.intp]
    group_of: NDArray[np.intp]

    @classmethod
    def of(cls, rows: sp.csr_array) -> Sums:
        """The sums that a matrix gives, its one-column rows told from the others."""
        group_of = np.full(rows.shape[0], -1, dtype=np.intp)
        alone = np.flatnonzero(np.diff(rows.indptr) == 1)
        alone = alone[rows.data[rows.indptr[alone]] == 1]
        groups = rows.indices[rows.indptr[alone]]
        _, first = np.unique(groups, return_index=True)
        group_of[alone[first]] = groups[first]
        wide_rows = np.flatnonzero(group_of < 0)
        wide = rows[wide_rows, :].astype(np.float64).tocsr()
        alone_each = sp.eye_array(len(wide_rows), format="csc")
        columns = sp.hstack([wide, alone_each], format="csc")
        return cls(columns, wide, wide_rows, group_of)

    def of_columns(self, chosen: NDArray[np.intp], sign: Floats) -> sp.csc_array:
        """Some of the columns, in the order in which they are chosen, each times its sign."""
        matrix = self.columns[:, chosen]
        matrix.data *= np.repeat(sign, np.diff(matrix.indptr))
        return matrix


def cheapest(
    sums: Sums,
    free: Flags,
    cost: Floats,
    near: Between,
    far: Between,
    within: Between,
    *,
    whole_numbers: bool,
) -> Whole | None:
    """Whole numbers ``within`` bounds whose sums keep to ``near``; None where there are none.

    A sum that is free may leave ``near``, as far as ``far``, at its cost for each one it is away.
    Without ``whole_numbers`` None also comes back where they would have to be asked for, at length.
    """
    low, high = within[0].copy(), within[1].copy()
    alone = np.flatnonzero(sums.group_of >= 0)
    groups = sums.group_of[alone]
    low[groups] = np.maximum(low[groups], near[0][alone])
    high[groups] = np.minimum(high[groups], near[1][alone])
    leaving = np.flatnonzero(free & (sums.group_of >= 0))
    leaving = leaving[within[0][sums.group_of[leaving]] < within[1][sums.group_of[leaving]]]
    slack = np.flatnonzero(free & (sums.group_of < 0))
    moving = np.flatnonzero((low < 0) | (high > 0))
    of_either = np.concatenate(
        [sums.group_of[leaving], len(low) + np.searchsorted(sums.wide_rows, slack)]
    )
    sign = np.repeat([1.0, -1.0], [len(leaving), len(slack)])
    either = np.concatenate([leaving, slack])
    up = np.maximum(far[1][either] - near[1][either], 0)
    down = np.maximum(near[0][either] - far[0][either], 0)
    found = _whole(
        np.concatenate([np.zeros(len(moving)), cost[either], cost[either]]),
        (
            np.concatenate([low[moving], np.zeros(2 * len(either))]),
            np.concatenate([high[moving], up, down]),
        ),
        sums.of_columns(
            np.concatenate([moving, of_either, of_either]),
            np.concatenate([np.ones(len(moving)), sign, -sign]),
        ),
        (near[0][sums.wide_rows], near[1][sums.wide_rows]),
        at_length=whole_numbers,
    )
    if found is None:
        return None
    table = np.zeros(len(low))
    table[moving] = found[: len(moving)]
    signed = found[len(moving) :][: len(either)] - found[len(moving) + len(either) :]
    table[sums.group_of[leaving]] += signed[: len(leaving)]
    return np.rint(table).astype(np.int64)


def _whole(
    cost: Floats, bounds: Between, matrix: sp.csc_array, sums: Between, *, at_length: bool
) -> Floats | None:
    """A cheap solution in whole numbers, None where none is found.

    Without asking for whole numbers one mostly gets them, quickly. Where not, they are asked for only
    ``at_length``: first among the columns that moved, then among all.
    """
    if not len(cost) or not bool(np.all(bounds[0] <= bounds[1])):
        return None
    every = np.arange(len(cost))
    broken = _solved(cost, bounds, matrix, sums, every, whole=False)
    if broken is None or _is_whole(broken):
        return broken
    if not at_length:
        return None
    moved = np.flatnonzero(np.abs(broken) > _NEARLY)
    found = _solved(cost, bounds, matrix, sums, moved, whole=True)
    if found is None:
        found = _solved(cost, bounds, matrix, sums, every, whole=True)
    return found if found is not None and _is_whole(found) else None


def _solved(
    cost: Floats,
    bounds: Between,
    matrix: sp.csc_array,
    sums: Between,
    columns: NDArray[np.intp],
    *,
    whole: bool,
) -> Floats | None:
    """A solution in which only some columns move; as cheap as can be, if it need not be whole."""
    result = milp(
        cost[columns],
        integrality=np.full(len(columns), int(whole)),
        bounds=Bounds(bounds[0][columns], bounds[1][columns]),
        constraints=LinearConstraint(matrix[:, columns], *sums),
        options={"node_limit": _MOST_NODES, "mip_rel_gap": _GAP},
    )
    if result.x is None:
        return None
    found: Floats = np.zeros(len(cost))
    found[columns] = result.x
    return found


def _is_whole(solution: Floats) -> bool:
    return bool(np.abs(solution - np.rint(solution)).max(initial=0) < _NEARLY)
