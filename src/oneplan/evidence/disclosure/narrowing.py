"""Whether showing tables would narrow a count that was better protected before they came."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from scipy.optimize import Bounds, LinearConstraint, milp

from oneplan.evidence.disclosure.part import Part
from oneplan.evidence.disclosure.programme import Between
from oneplan.evidence.disclosure.rule import VALUES_LEFT_OPEN

_MOST_NODES = 2_000
_NOT_FOUND = 2
"""The status of a programme that has no solution."""


def narrowed(part: Part, before: Between) -> list[int]:
    """The protected rows that keep fewer values than the lesser of four and those they had before.

    ``before`` is what somebody knew of every row from what had been published until then.
    """
    rows = np.flatnonzero(part.protected & ~part.open).tolist()
    kept = part.seen[1].count
    return [row for row in rows if _values(part, before, row, int(kept[row]) + 1) > kept[row]]


def _values(part: Part, known: Between, row: int, enough: int) -> int:
    """How many values a row can have for somebody who knows so much; no more than enough are looked
    for, and a search that is given up counts as if they had been found."""
    wanted = min(enough, VALUES_LEFT_OPEN)
    tells = np.flatnonzero(np.isfinite(known[0]) | np.isfinite(known[1]))
    told = LinearConstraint(part.rows[tells, :], known[0][tells], known[1][tells])
    sum_ = part.rows[[row], :].astype(np.float64)
    found = 1
    for way in (1, -1):
        value: int | None = int(part.sums[row])
        while found < wanted and value is not None:
            value, given_up = _next(told, sum_, value, way)
            if given_up:
                return wanted
            found += value is not None
    return found


def _next(
    told: LinearConstraint, sum_: sp.csr_array, value: int, way: int
) -> tuple[int | None, bool]:
    """The next value that a sum can have up or down, and whether the search for it was given up."""
    beyond = (value + 1, np.inf) if way > 0 else (-np.inf, value - 1)
    goal = way * sum_.toarray().ravel()
    result = milp(
        goal,
        integrality=np.ones(len(goal), dtype=np.int64),
        bounds=Bounds(0, np.inf),
        constraints=[told, LinearConstraint(sum_, *beyond)],
        options={"node_limit": _MOST_NODES},
    )
    if result.x is None:
        return None, result.status != _NOT_FOUND
    return round(float(goal @ result.x)) * way, False
