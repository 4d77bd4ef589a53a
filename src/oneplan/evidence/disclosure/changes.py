"""What changed from one release to the next, which whoever looks on may know of every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from oneplan.evidence.disclosure.facts import Fact


@dataclass(frozen=True, slots=True)
class Change:
    """Two facts by their place in the list, and how much the later can be more than the earlier."""

    before: int
    after: int
    least: float
    most: float


def changes_of(facts: Sequence[Fact], releases: Sequence[str]) -> list[Change]:
    """For each cell that several releases have: whether its count rose, fell or stayed."""
    rank = {release: place for place, release in enumerate(releases)}
    last: dict[object, int] = {}
    changes = []
    for place in sorted(range(len(facts)), key=lambda place: (rank[facts[place].release], place)):
        fact = facts[place]
        if fact.count is None:
            continue
        if fact.key in last:
            changes.append(_change(facts, last[fact.key], place))
        last[fact.key] = place
    return changes


def _change(facts: Sequence[Fact], before: int, after: int) -> Change:
    more = (facts[after].count or 0) - (facts[before].count or 0)
    if more == 0:
        return Change(before, after, 0.0, 0.0)
    return Change(before, after, 1.0, inf) if more > 0 else Change(before, after, -inf, -1.0)


def growing(changes: Sequence[Change], facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """The pairs of releases of which the later only adds, as late returns do."""
    fell: dict[tuple[str, str], bool] = {}
    for change in changes:
        pair = facts[change.before].release, facts[change.after].release
        fell[pair] = fell.get(pair, False) or change.least < 0
    return [pair for pair, somewhere in fell.items() if not somewhere]
