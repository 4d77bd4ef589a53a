"""Names that are new, in clusters of those that are likely the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.partnership.partners.naming.likeness import SURE, Likeness, Surroundings, likeness
from oneplan.partnership.partners.naming.lookup import Lookup
from oneplan.partnership.partners.naming.taken_apart import Name

_ITSELF = Likeness(100, "the name itself")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names that are likely one: the name proposed, and each with how like it is."""

    name: Name
    members: tuple[tuple[Name, Likeness], ...]


def clusters(names: Sequence[tuple[Name, int]], around: Surroundings) -> list[Cluster]:
    """The names, each with how often it stands, in clusters; every name is in exactly one.

    A name joins another only where both are surely alike; no chain of likenesses joins two that are not.
    """
    lookup = Lookup((name for name, _ in names), around)
    near = _neighbours(lookup, [name for name, _ in names], around)
    free = set(range(len(names)))
    found = []
    for head in sorted(free, key=lambda number: _first(names[number])):
        if head in free:
            members = [head, *_joining(head, near, free - {head}, lookup, around)]
            free.difference_update(members)
            found.append(_cluster([names[number] for number in members], around))
    return found


def _neighbours(lookup: Lookup, names: Sequence[Name], around: Surroundings) -> list[list[int]]:
    """For each name the others that are surely like it; an acronym of two names has none."""
    near: list[set[int]] = [set() for _ in names]
    alone = set()
    for number, (name, likes) in enumerate(lookup.like(names)):
        sure = [like.number for like in likes if like.likeness.score >= SURE]
        if name.acronym and not _one(lookup, sure, around):
            alone.add(number)
        for other in sure:
            near[number].add(other)
            near[other].add(number)
    return [
        sorted(near[number] - alone) if number not in alone else [] for number in range(len(near))
    ]


def _one(lookup: Lookup, numbers: Sequence[int], around: Surroundings) -> bool:
    """Whether what an acronym may stand for is one name, in whatever spelling."""
    first = lookup.names[numbers[0]] if numbers else None
    return first is not None and all(_sure(first, lookup.names[each], around) for each in numbers)


def _joining(
    head: int, near: Sequence[Sequence[int]], free: set[int], lookup: Lookup, around: Surroundings
) -> list[int]:
    """The free names that are surely like the head and like all that have joined it so far."""
    joined: list[int] = []
    for number in near[head]:
        if number in free:
            name = lookup.names[number]
            if all(_sure(name, lookup.names[each], around) for each in joined):
                joined.append(number)
    return joined


def _sure(one: Name, other: Name, around: Surroundings) -> bool:
    found = likeness(one, other, around)
    return found is not None and found.score >= SURE


def _cluster(members: Sequence[tuple[Name, int]], around: Surroundings) -> Cluster:
    """The cluster, called by its most frequent spelling in words; by an acronym only where it has no other."""
    name, _ = min(members, key=lambda each: (each[0].acronym is not None, *_first(each)))
    likenesses = [
        (member, _ITSELF if member is name else likeness(member, name, around) or _ITSELF)
        for member, _ in members
    ]
    return Cluster(name, tuple(likenesses))


def _first(named: tuple[Name, int]) -> tuple[int, int, str]:
    name, times = named
    return -times, -len(name.text), name.text
