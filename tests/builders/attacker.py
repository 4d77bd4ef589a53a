"""Somebody who sees all that is published and reasons from it: tables of whole numbers that agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import scipy.sparse as sp
from scipy.optimize import Bounds, LinearConstraint, milp

MANY = 10_000
"""More people than there are: where a sum has no greatest value, it is looked for up to here."""
_DIRECTIONS = 8


class Attacker:
    """Unknown numbers of people, and what is known of their sums; shares no code with the product."""

    def __init__(self, axes: Mapping[str, Sequence[str]], releases: Sequence[str] = ("",)) -> None:
        self._axes = {name: list(members) for name, members in axes.items()}
        groups = list(product(releases, *self._axes.values()))
        self._number = {group: place for place, group in enumerate(groups)}
        self._rows: list[np.ndarray] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._seen: list[np.ndarray] = []
        self._known: LinearConstraint | None = None

    def people(self, members: Mapping[str, Sequence[str]], release: str = "") -> np.ndarray:
        """The sum of everyone who is one of the members named, in every axis named."""
        row = np.zeros(len(self._number))
        chosen = (members.get(name, everyone) for name, everyone in self._axes.items())
        for group in product([release], *chosen):
            row[self._number[group]] = 1
        return row

    def learns(self, row: np.ndarray, low: float, high: float = np.inf) -> None:
        """That a sum lies between two counts."""
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)
        self._seen = []
        self._known = None

    def knows_that_returns_only_add(self, before: str, after: str) -> None:
        """No group of the later release has fewer people than in the earlier."""
        for group, place in self._number.items():
            if group[0] == before:
                row = np.zeros(len(self._number))
                row[place], row[self._number[(after, *group[1:])]] = -1, 1
                self.learns(row, 0)

    def values(self, row: np.ndarray, enough: int = 4) -> set[int]:
        """Values that a sum can have; all of them where they are fewer than enough."""
        if not self._seen:
            self._look_around()
        found = {round(row @ table) for table in self._seen}
        if len(found) >= enough:
            return found
        least, most = self._end(row, 1), self._end(row, -1)
        if least is None or most is None:
            raise AssertionError("what was published contradicts itself")
        found |= {least, most}
        for value in range(least, most + 1):
            if len(found) >= enough:
                break
            if value not in found and self._table(row, row, value) is not None:
                found.add(value)
        return found

    def _look_around(self) -> None:
        """A few tables in different directions: most sums have values enough in these."""
        random = np.random.default_rng(0)
        nothing = np.zeros(len(self._number))
        for _ in range(_DIRECTIONS):
            self._table(random.normal(size=len(self._number)), nothing, None)

    def _end(self, row: np.ndarray, sign: int) -> int | None:
        table = self._table(sign * row, row, None)
        return None if table is None else round(row @ table)

    def _table(self, goal: np.ndarray, row: np.ndarray, value: int | None) -> np.ndarray | None:
        if self._known is None:
            self._known = LinearConstraint(
                sp.csc_array(np.array(self._rows)), self._low, self._high
            )
        least, most = (-np.inf, MANY) if value is None else (value, value)
        known = [self._known, LinearConstraint(row[None, :], least, most)]
        result = milp(
            goal, integrality=np.ones(len(goal)), bounds=Bounds(0, MANY), constraints=known
        )
        if result.x is None:
            return None
        table = np.rint(result.x)
        self._seen.append(table)
        return table
