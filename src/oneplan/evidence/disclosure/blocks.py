"""Which tables must be looked at as one, and which only have to agree where they overlap.

Tables over sets of dimensions can always be filled in to one large table when they agree on what they
share, if the sets hang together as a tree (Vorob'ev 1962; "decomposable" models). Where they do not,
such as three two-way tables of three dimensions, they are one block over all of the dimensions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """Two blocks, by number, and the dimensions that they share."""

    one: int
    other: int
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Sets of dimensions, and the tree by which they hang together."""

    dimensions: tuple[tuple[str, ...], ...]
    joins: tuple[Join, ...]


def blocks_of(sets: Iterable[frozenset[str]]) -> Blocks:
    """The blocks of tables over these sets of dimensions."""
    largest = _largest(sets)
    tree = _heaviest_tree(largest)
    if _is_join_tree(largest, tree):
        return Blocks(tuple(tuple(sorted(one)) for one in largest), tuple(tree))
    parts = _connected(largest)
    merged = [frozenset().union(*part) for part in parts]
    apart = _heaviest_tree(merged)
    return Blocks(tuple(tuple(sorted(one)) for one in merged), tuple(apart))


def _largest(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    by_size = sorted(set(sets), key=lambda one: (-len(one), sorted(one)))
    kept: list[frozenset[str]] = []
    for one in by_size:
        if not any(one <= larger for larger in kept):
            kept.append(one)
    return kept


def _heaviest_tree(sets: list[frozenset[str]]) -> list[Join]:
    joins: list[Join] = []
    inside, outside = [0], list(range(1, len(sets)))
    while outside:
        _, one, other = min((-len(sets[i] & sets[o]), i, o) for i in inside for o in outside)
        joins.append(Join(one, other, tuple(sorted(sets[one] & sets[other]))))
        inside.append(other)
        outside.remove(other)
    return joins


def _is_join_tree(sets: list[frozenset[str]], tree: list[Join]) -> bool:
    """Whether each dimension's blocks are connected: a count of members decides (Jensen 1988)."""
    return sum(len(one) for one in sets) - sum(len(join.shared) for join in tree) == len(
        frozenset().union(*sets)
    )


def _connected(sets: list[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The blocks of which the two ends of a ring are part: whatever shares a dimension."""
    parts: list[list[frozenset[str]]] = []
    for one in sets:
        touching = [part for part in parts if any(one & other for other in part)]
        parts = [part for part in parts if part not in touching]
        parts.append([one, *(other for part in touching for other in part)])
    return parts
