"""What changed from one release to the next, which whoever looks on may know of every cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf
from typing import Literal

from oneplan.evidence.disclosure.counted import Key
from oneplan.evidence.disclosure.facts import Fact


@dataclass(frozen=True, slots=True)
class Change:
    """Two facts by their place in the list, and how many more the later counts."""

    before: int
    after: int
    more: int

    @property
    def if_known(self) -> tuple[float, float]:
        """How many more it can be for somebody who knows whether it rose, fell or stayed."""
        if self.more == 0:
            return 0.0, 0.0
        return (1.0, inf) if self.more > 0 else (-inf, -1.0)

    @property
    def if_guessed(self) -> tuple[float, float]:
        """How many more for somebody who knows what stayed, and which way the others may have gone."""
        if self.more == 0:
            return 0.0, 0.0
        return (0.0, inf) if self.more > 0 else (-inf, 0.0)


def changes_of(facts: Sequence[Fact], releases: Sequence[str]) -> list[Change]:
    """For each cell that several releases have: whether its count rose, fell or stayed."""
    rank = {release: place for place, release in enumerate(releases)}
    last: dict[Key, int] = {}
    changes = []
    for place in sorted(range(len(facts)), key=lambda place: (rank[facts[place].release], place)):
        fact = facts[place]
        if fact.count is None:
            continue
        before = last.get(fact.key)
        if before is not None:
            changes.append(Change(before, place, fact.count - (facts[before].count or 0)))
        last[fact.key] = place
    return changes


def order_of(facts: Iterable[Fact], said: Sequence[str]) -> list[str]:
    """The releases so that one which only adds to another comes after it; else in the order said.

    Where tables of several releases come at once nothing but the counts tells which state of the
    data came first.
    """
    moves = _moves(facts, said)
    after = {(before, later) for (before, later), move in moves.items() if move == {"rose"}}
    after |= {(later, before) for (before, later), move in moves.items() if move == {"fell"}}
    waiting, ordered = list(dict.fromkeys(said)), []
    while waiting:
        first = next(
            (one for one in waiting if not any((other, one) in after for other in waiting)),
            waiting[0],
        )
        ordered.append(first)
        waiting.remove(first)
    return ordered


def growing(facts: Sequence[Fact], releases: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of releases of which the second only adds to the first, as late returns do.

    Left out are pairs that follow from others: a release between them counts all that they share.
    """
    adding: set[tuple[str, str]] = set()
    for (before, later), move in _moves(facts, releases).items():
        if "fell" not in move:
            adding.add((before, later))
        if "rose" not in move:
            adding.add((later, before))
    cells: dict[str, set[Key]] = {release: set() for release in releases}
    for fact in facts:
        cells[fact.release].add(fact.key)
    return sorted(
        (one, other)
        for one, other in adding
        if not any(
            (one, between) in adding
            and (between, other) in adding
            and cells[one] & cells[other] <= cells[between]
            for between in _between(one, other, releases)
        )
    )


def _between(one: str, other: str, releases: Sequence[str]) -> Sequence[str]:
    first, last = sorted((releases.index(one), releases.index(other)))
    return releases[first + 1 : last]


def _moves(
    facts: Iterable[Fact], releases: Sequence[str]
) -> dict[tuple[str, str], set[Literal["rose", "fell"]]]:
    """For each pair of releases that count the same cells, in order, which ways the counts went."""
    rank = {release: place for place, release in enumerate(releases)}
    held: dict[Key, list[tuple[int, str, int]]] = {}
    for fact in facts:
        if fact.count is not None:
            held.setdefault(fact.key, []).append((rank[fact.release], fact.release, fact.count))
    moves: dict[tuple[str, str], set[Literal["rose", "fell"]]] = {}
    for counts in held.values():
        for (_, before, fewer), (_, later, more) in combinations(sorted(counts), 2):
            move = moves.setdefault((before, later), set())
            if more != fewer:
                move.add("rose" if more > fewer else "fell")
    return moves
