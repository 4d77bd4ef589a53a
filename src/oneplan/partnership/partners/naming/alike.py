"""Names that are new, in clusters of those that are likely the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oneplan.partnership.partners.naming.likeness import SURE, Likeness, Surroundings, likeness
from oneplan.partnership.partners.naming.lookup import Like, Lookup
from oneplan.partnership.partners.naming.taken_apart import Name

_ITSELF = Likeness(100, "the name itself")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names that are likely one: the name proposed, and each with how like it is.

    ``near`` are the names of other clusters that may be the same, but not surely, the likest first.
    """

    name: Name
    members: tuple[tuple[Name, Likeness], ...]
    near: tuple[tuple[Name, Likeness], ...]


def clusters(names: Sequence[tuple[Name, int]], around: Surroundings) -> list[Cluster]:
    """The names, each with how often it stands, in clusters; every name is in exactly one.

    A name joins another only where both are surely alike; no chain of likenesses joins two that are not.
    """
    lookup = Lookup((name for name, _ in names), around)
    likes = [found for _, found in lookup.like(name for name, _ in names)]
    near = _neighbours(lookup, likes, around)
    free = set(range(len(names)))
    grouped = []
    for head in sorted(free, key=lambda number: _first(names[number])):
        if head in free:
            members = [head, *_joining(head, near, free - {head}, lookup, around)]
            free.difference_update(members)
            grouped.append(members)
    return _named(names, grouped, likes, around)


def _named(
    names: Sequence[tuple[Name, int]],
    grouped: Sequence[Sequence[int]],
    likes: Sequence[Sequence[Like]],
    around: Surroundings,
) -> list[Cluster]:
    called = [_name_of([names[number] for number in members]) for members in grouped]
    place = {number: at for at, members in enumerate(grouped) for number in members}
    found = []
    for at, members in enumerate(grouped):
        near: dict[int, Likeness] = {}
        for like in (like for number in members for like in likes[number]):
            other = place[like.number]
            if other != at and (other not in near or near[other].score < like.likeness.score):
                near[other] = like.likeness
        likest = sorted(near.items(), key=lambda item: (-item[1].score, called[item[0]].text))
        found.append(
            Cluster(
                called[at],
                tuple(_member(names[number][0], called[at], around) for number in members),
                tuple((called[other], alike) for other, alike in likest),
            )
        )
    return found


def _neighbours(
    lookup: Lookup, likes: Sequence[Sequence[Like]], around: Surroundings
) -> list[list[int]]:
    """For each name the others that are surely like it; an acronym of two names has none."""
    near: list[set[int]] = [set() for _ in likes]
    alone = set()
    for number, found in enumerate(likes):
        sure = [like.number for like in found if like.likeness.score >= SURE]
        if lookup.names[number].acronym and not _one(lookup, sure, around):
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


def _name_of(members: Sequence[tuple[Name, int]]) -> Name:
    """The most frequent spelling in words; an acronym only where there is no other."""
    name, _ = min(members, key=lambda each: (each[0].acronym is not None, *_first(each)))
    return name


def _member(name: Name, called: Name, around: Surroundings) -> tuple[Name, Likeness]:
    return name, _ITSELF if name is called else likeness(name, called, around) or _ITSELF


def _first(named: tuple[Name, int]) -> tuple[int, int, str]:
    name, times = named
    return -times, -len(name.text), name.text
