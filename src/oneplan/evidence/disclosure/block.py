"""One block of a release: the smallest groups over some dimensions, numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod

import numpy as np

from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.dimension import Dimension

Row = dict[int, int]
"""A sum: how often each smallest group, by its number, is in it."""


class Block:
    """One block of a release: the smallest groups over its dimensions, numbered from ``start``."""

    def __init__(self, dimensions: Sequence[Dimension], keys: Iterable[Key], start: int) -> None:
        self.dimensions = tuple(dimensions)
        self._apart = [d for d in self.dimensions if d.apart]
        self._together = [d for d in self.dimensions if not d.apart]
        self._size = prod(len(d.groups) for d in self._together)
        names = {d.name for d in self.dimensions}
        combinations = {
            combination
            for key in keys
            if {name for name, _ in key} <= names
            for combination in product(*(d.of(dict(key).get(d.name)) for d in self._apart))
        }
        self.combinations = {one: place for place, one in enumerate(sorted(combinations))}
        self._start = start
        self.end = start + len(self.combinations) * self._size

    def sum(self, groups: Mapping[str, Sequence[int]]) -> Row | None:
        """The smallest groups in some groups of each dimension; None where the block lacks some."""
        inner = np.zeros(1, dtype=np.int64)
        for one in self._together:
            within = np.asarray(groups.get(one.name, range(len(one.groups))), dtype=np.int64)
            inner = (inner[:, None] * len(one.groups) + within[None, :]).ravel()
        places = []
        for combination in product(
            *(groups.get(one.name, range(len(one.groups))) for one in self._apart)
        ):
            if combination not in self.combinations:
                return None
            places.append(self._start + self.combinations[combination] * self._size + inner)
        return dict.fromkeys((int(place) for part in places for place in part), 1)
