"""What changed from one release to the next, which whoever looks on may know of every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

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


def growing(changes: Sequence[Change], facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """The pairs of releases of which the second only adds to the first, as late returns do."""
    fell: dict[tuple[str, str], bool] = {}
    rose: dict[tuple[str, str], bool] = {}
    for change in changes:
        pair = facts[change.before].release, facts[change.after].release
        fell[pair] = fell.get(pair, False) or change.more < 0
        rose[pair] = rose.get(pair, False) or change.more > 0
    adding = [pair for pair, somewhere in fell.items() if not somewhere]
    return [*adding, *((after, before) for (before, after) in rose if not rose[before, after])]
