"""A table of the smallest groups that agrees with every known count."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.linalg import lsqr

from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN
from oneplan.evidence.disclosure.witnesses import Whole

_MOST_NODES = 2_000
_SPREAD = float(VALUES_LEFT_OPEN)


def a_true_table(
    known: sp.csr_array, low: NDArray[np.float64], high: NDArray[np.float64]
) -> Whole | None:
    """Whole numbers of people in the smallest groups whose sums lie between low and high.

    Where the sums leave it open, people are spread over many groups. None where no such table is
    found, so that the sums contradict each other.
    """
    told = _told_one_by_one(known, low, high)
    if told is not None:
        sums = known @ told
        return told if bool(np.all((sums >= low) & (sums <= high))) else None
    groups = known.shape[1]
    identity = sp.eye_array(groups, format="csr")
    result = milp(
        np.concatenate([np.zeros(groups), -np.ones(groups)]),
        integrality=np.concatenate([np.ones(groups), np.zeros(groups)]),
        bounds=Bounds(
            np.zeros(2 * groups),
            np.concatenate([np.full(groups, np.inf), np.full(groups, _SPREAD)]),
        ),
        constraints=[
            LinearConstraint(
                sp.hstack([known, sp.csr_array(known.shape)], format="csc"), low, high
            ),
            LinearConstraint(sp.hstack([identity, -identity], format="csc"), 0, np.inf),
        ],
        options={"node_limit": _MOST_NODES},
    )
    if result.x is None:
        return None
    table = np.rint(result.x[:groups]).astype(np.int64)
    sums = known @ table
    return table if bool(np.all((sums >= low) & (sums <= high))) else None


def _told_one_by_one(
    known: sp.csr_array, low: NDArray[np.float64], high: NDArray[np.float64]
) -> Whole | None:
    """The table where each smallest group is a known cell by itself; None where one is not."""
    lengths = np.diff(known.indptr)
    alone = np.flatnonzero((lengths == 1) & (low == high))
    single = known[alone, :].tocsr()
    alone = alone[single.data == 1]
    groups = known[alone, :].tocsr().indices
    if len(np.unique(groups)) < known.shape[1]:
        return None
    table = np.zeros(known.shape[1], dtype=np.int64)
    table[groups] = low[alone].astype(np.int64)
    return table


def told_by(known: sp.csr_array, sums: sp.csr_array) -> NDArray[np.bool_]:
    """Which sums follow from the known ones whatever the table is."""
    groups = known.shape[1]
    if (
        len(np.unique(known[np.flatnonzero(np.diff(known.indptr) == 1), :].tocsr().indices))
        == groups
    ):
        return np.ones(sums.shape[0], dtype=np.bool_)
    some = np.random.default_rng(0).normal(size=groups)
    as_float = known.astype(np.float64)
    back = lsqr(as_float, as_float @ some, atol=1e-13, btol=1e-13, iter_lim=20 * groups + 100)[0]
    left: NDArray[np.bool_] = np.abs(sums.astype(np.float64) @ (some - back)) < 1e-6
    return left
