"""The smallest groups near a cell, where a cheap step is mostly found without looking further."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

_SUMS = 4
"""How many of the sums that a group is in are followed, the shortest first."""
_NEIGHBOURS = 8
"""How many groups are taken from each of them, the cheapest first."""
_CORNERS = (2, 3, 4)


def near(wide: sp.csr_array, group: int, cost: Floats) -> Flags:
    """The groups beside one in its sums, and those at the corners that these make with each other.

    ``wide`` holds the sums of several groups, ``cost`` what each group costs to move.
    """
    incidence = sp.csr_array((np.ones(wide.nnz), wide.indices, wide.indptr), shape=wide.shape)
    lengths = np.diff(wide.indptr)
    own = np.flatnonzero(np.asarray(incidence[:, [group]].sum(axis=1)).ravel())
    own = own[np.argsort(lengths[own], kind="stable")][:_SUMS]
    chosen = np.zeros(wide.shape[1], dtype=np.bool_)
    chosen[group] = True
    for row in own:
        members = wide.indices[wide.indptr[row] : wide.indptr[row + 1]]
        chosen[members[np.argsort(cost[members], kind="stable")][:_NEIGHBOURS]] = True
    short = incidence[np.flatnonzero(lengths <= lengths[own].max(initial=0)), :]
    for corners in _CORNERS:
        hit = (short @ chosen.astype(np.float64)) > 0
        chosen |= (short.T @ hit.astype(np.float64)) >= corners
    return chosen
