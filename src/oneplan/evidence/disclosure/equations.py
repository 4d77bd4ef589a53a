"""The tables as equations over the smallest groups, which hold whole numbers of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from oneplan.evidence.disclosure.block import Block, Row
from oneplan.evidence.disclosure.blocks import Blocks, blocks_of
from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.dimension import Dimension
from oneplan.evidence.disclosure.kinship import Kinship

MOST_GROUPS = 60_000
"""Smallest groups of all blocks together, beyond which nothing is proved and so nothing shown."""

Whole = NDArray[np.int64]
Place = tuple[str, Key]


class TooLarge(ValueError):
    """More cells than can be proved safe; ``str()`` says how many."""


@dataclass(frozen=True, slots=True)
class Equations:
    """``cells`` gives for each place the sum of smallest groups that it is.

    ``joins`` are sums that are nought: what two blocks of one release share is the same in both.
    ``growth`` are sums that are not negative: later returns minus earlier ones.
    ``unlisted`` are sums that no cell states but that follow from taking cells from each other.
    """

    places: tuple[Place, ...]
    cells: sp.csr_array
    joins: sp.csr_array
    growth: sp.csr_array
    unlisted: sp.csr_array
    unlisted_names: tuple[Place, ...]


def equations(
    places: Sequence[Place],
    kin: Kinship,
    growing: Sequence[tuple[str, str]],
    *,
    complement: bool,
) -> Equations:
    """The equations of all the places, of every release.

    ``growing`` names pairs of releases of which the later only adds to the earlier; ``complement``
    says whether the people who are not counted are groups of their own.

    Raises:
        TooLarge: there are more smallest groups than can be worked through.
    """
    builder = _Builder(kin, complement)
    for release in sorted({release for release, _ in places}):
        builder.add(release, [key for other, key in places if other == release])
    for before, after in growing:
        builder.grow(before, after)
    cells = builder.matrix(builder.row(release, kin.key(key)) for release, key in places)
    names, unlisted = builder.unlisted()
    return Equations(
        places=tuple(places),
        cells=cells,
        joins=builder.matrix(builder.joined),
        growth=builder.matrix(builder.grown),
        unlisted=builder.matrix(unlisted),
        unlisted_names=names,
    )


class _Builder:
    def __init__(self, kin: Kinship, complement: bool) -> None:
        self._kin = kin
        self._complement = complement
        self._blocks: dict[str, list[Block]] = {}
        self._size = 0
        self.joined: list[Row] = []
        self.grown: list[Row] = []

    def add(self, release: str, keys: Sequence[Key]) -> None:
        """Takes in the blocks of a release, and what they share."""
        own = [self._kin.key(key) for key in keys]
        shape = blocks_of(frozenset(name for name, _ in key) for key in own)
        blocks = []
        for names in shape.dimensions:
            dimensions = [self._kin.dimensions[name] for name in names]
            if prod(len(d.groups) for d in dimensions) > MOST_GROUPS - self._size:
                raise TooLarge(
                    f"Tables over {', '.join(names) or 'everyone'} have more than "
                    f"{MOST_GROUPS:,} smallest groups together."
                )
            blocks.append(Block(dimensions, own, self._size))
            self._size = blocks[-1].end
        self._blocks[release] = blocks
        self._join(shape, blocks)

    def _join(self, shape: Blocks, blocks: Sequence[Block]) -> None:
        for join in shape.joins:
            pairs = self._shared(blocks[join.one], blocks[join.other])
            self.joined.extend({**one, **dict.fromkeys(other, -1)} for one, other in pairs)

    def grow(self, before: str, after: str) -> None:
        """Takes in that no group of the later release is smaller than in the earlier."""
        for earlier in self._blocks[before]:
            for later in self._blocks[after]:
                self.grown.extend(
                    {**more, **dict.fromkeys(less, -1)}
                    for less, more in self._shared(earlier, later)
                )

    def _shared(self, one: Block, other: Block) -> Iterator[tuple[Row, Row]]:
        """The sums in both blocks of every group that both can tell."""
        names = {d.name for d in one.dimensions} & {d.name for d in other.dimensions}
        if any(d.apart and d.name not in names for d in (*one.dimensions, *other.dimensions)):
            return
        shared = [d for d in one.dimensions if d.name in names]
        for groups in product(*(range(len(d.groups)) for d in shared)):
            where = {d.name: (group,) for d, group in zip(shared, groups, strict=True)}
            in_one, in_other = one.sum(where), other.sum(where)
            if in_one is not None and in_other is not None:
                yield in_one, in_other

    def row(self, release: str, key: Key) -> Row:
        """The sum that a cell is."""
        groups = {name: self._kin.dimensions[name].of(member) for name, member in key}
        for block in reversed(self._blocks[release]):
            if set(groups) <= {d.name for d in block.dimensions}:
                found = block.sum(groups)
                if found is not None:
                    return found
        raise TooLarge("A cell lies in no block.")

    def unlisted(self) -> tuple[tuple[Place, ...], list[Row]]:
        """What follows by taking cells from each other: some group that no member stands for."""
        names: list[Place] = []
        rows: list[Row] = []
        for release, blocks in sorted(self._blocks.items()):
            for block in blocks:
                for key, groups in self._differences(block.dimensions):
                    row = block.sum(groups)
                    if row:
                        names.append((release, key))
                        rows.append(row)
        return tuple(names), rows

    def _differences(
        self, dimensions: Sequence[Dimension]
    ) -> Iterable[tuple[Key, dict[str, tuple[int, ...]]]]:
        choices = [self._choices(one) for one in dimensions]
        if not any(unlisted for choice in choices for _, _, unlisted in choice):
            return
        for chosen in product(*choices):
            if any(unlisted for _, _, unlisted in chosen):
                named = zip(dimensions, chosen, strict=True)
                pairs = [(one.name, label, groups) for one, (label, groups, _) in named]
                yield (
                    tuple((name, label) for name, label, _ in pairs if label is not None),
                    {name: groups for name, _, groups in pairs},
                )

    def _choices(self, one: Dimension) -> list[tuple[str | None, tuple[int, ...], bool]]:
        found: list[tuple[str | None, tuple[int, ...], bool]] = [
            (member, groups, False) for member, groups in one.members.items()
        ]
        if not one.apart:
            found.append((None, one.of(None), False))
        if self._complement or not self._kin.sets_apart(one.name):
            found.extend((one.groups[place], (place,), True) for place in one.unlisted)
        return found

    def matrix(self, rows: Iterable[Row]) -> sp.csr_array:
        """The sums as a matrix, one row each."""
        listed = list(rows)
        lengths = np.cumsum([0, *(len(row) for row in listed)])
        columns = np.fromiter((c for row in listed for c in row), np.int64, int(lengths[-1]))
        values = np.fromiter(
            (v for row in listed for v in row.values()), np.int64, int(lengths[-1])
        )
        return sp.csr_array((values, columns, lengths), shape=(len(listed), self._size))
