"""A dimension cut into the smallest groups that its members can be told apart by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from oneplan.evidence.disclosure.ages import age_spans
from oneplan.evidence.disclosure.counted import Structure

_REST = "the rest of "


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension's members as sets of its smallest groups, which do not overlap.

    ``unlisted`` are the smallest groups that no member stands for: what is left when members are
    taken from each other. ``families`` are the sums that are known: a member and those it is made of.
    """

    name: str
    groups: tuple[str, ...]
    members: Mapping[str, tuple[int, ...]]
    families: tuple[tuple[str | None, tuple[str, ...]], ...] = ()
    apart: bool = False
    unlisted: tuple[int, ...] = field(default=())

    def of(self, member: str | None) -> tuple[int, ...]:
        """The smallest groups of a member; all of them for everyone."""
        return tuple(range(len(self.groups))) if member is None else self.members[member]


def dimension(
    name: str, listed: Iterable[str], structure: Structure, rests: frozenset[str | None]
) -> Dimension:
    """The dimension of the members that are listed anywhere.

    ``rests`` are the members (None is everyone) that hold more than their parts do.
    """
    members = sorted(set(listed))
    spans = structure.spans.get(name) or age_spans(members)
    apart = name in structure.apart
    if any(member in spans for member in members) and (
        apart or all(member in spans for member in members)
    ):
        return _of_spans(name, members, spans, None in rests, apart)
    return _of_parts(name, members, structure, rests)


def _of_spans(
    name: str,
    listed: Sequence[str],
    spans: Mapping[str, tuple[float, float]],
    rest: bool,
    apart: bool,
) -> Dimension:
    placed = {member: spans[member] for member in listed if member in spans}
    cuts = sorted({cut for span in placed.values() for cut in span})
    stretches = [
        stretch
        for stretch in pairwise(cuts)
        if any(_lies_in(stretch, span) for span in placed.values())
    ]
    members = {
        member: tuple(n for n, stretch in enumerate(stretches) if _lies_in(stretch, span))
        for member, span in placed.items()
    }
    groups = [f"{low:g} to {high:g}" for low, high in stretches]
    for member in listed:
        if member not in placed:
            members[member] = (len(groups),)
            groups.append(member)
    if rest and not apart:
        groups.append(f"{_REST}{name}")
    filling = _side_by_side(members, len(stretches))
    families = () if apart or not filling else ((None, filling),)
    return _finished(Dimension(name, tuple(groups), members, families, apart))


def _lies_in(stretch: tuple[float, float], span: tuple[float, float]) -> bool:
    return span[0] <= stretch[0] and stretch[1] <= span[1]


def _side_by_side(members: Mapping[str, tuple[int, ...]], stretches: int) -> tuple[str, ...]:
    """Members that fill the line without overlapping, the widest first; none where they do not."""
    chosen: list[str] = []
    free = set(range(stretches))
    for member in sorted(members, key=lambda m: (-len(members[m]), members[m], m)):
        if members[member] and free.issuperset(members[member]):
            chosen.append(member)
            free.difference_update(members[member])
    return tuple(chosen) if not free else ()


def _of_parts(
    name: str, listed: Sequence[str], structure: Structure, rests: frozenset[str | None]
) -> Dimension:
    parts = _relevant(structure.parts.get(name, {}), set(listed))
    inside = {child for children in parts.values() for child in children}
    everybody = sorted({*listed, *parts, *inside})
    groups = [member for member in everybody if member not in parts]
    rest_of: dict[str | None, int] = {}
    for parent in (*sorted(parts), None):
        if parent in rests and not (parent is None and name in structure.apart):
            rest_of[parent] = len(groups)
            groups.append(f"{_REST}{name if parent is None else parent}")
    place = {group: number for number, group in enumerate(groups)}
    members: dict[str, tuple[int, ...]] = {}
    for member in everybody:
        members[member] = tuple(sorted(_places(member, parts, place, rest_of)))
    families: list[tuple[str | None, tuple[str, ...]]] = [
        (p, tuple(parts[p])) for p in sorted(parts)
    ]
    if name not in structure.apart:
        families.append((None, tuple(m for m in everybody if m not in inside)))
    kept = {member: members[member] for member in listed}
    return _finished(Dimension(name, tuple(groups), kept, tuple(families), name in structure.apart))


def _relevant(parts: Mapping[str, Sequence[str]], listed: set[str]) -> dict[str, Sequence[str]]:
    """The sums of which the whole and some part occur in the tables, or lie between such."""
    return {whole: children for whole, children in parts.items() if _occurs(whole, parts, listed)}


def _occurs(whole: str, parts: Mapping[str, Sequence[str]], listed: set[str]) -> bool:
    waiting, seen = list(parts[whole]), {whole}
    while waiting:
        part = waiting.pop()
        if part in listed:
            return True
        if part not in seen:
            seen.add(part)
            waiting.extend(parts.get(part, ()))
    return False


def _places(
    member: str,
    parts: Mapping[str, Sequence[str]],
    place: Mapping[str, int],
    rest_of: Mapping[str | None, int],
) -> set[int]:
    found: set[int] = set()
    waiting, seen = [member], {member}
    while waiting:
        part = waiting.pop()
        if part in place:
            found.add(place[part])
        if part in rest_of:
            found.add(rest_of[part])
        fresh = [child for child in parts.get(part, ()) if child not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return found


def _finished(made: Dimension) -> Dimension:
    alone = {places[0] for places in made.members.values() if len(places) == 1}
    unlisted = tuple(number for number in range(len(made.groups)) if number not in alone)
    return Dimension(made.name, made.groups, made.members, made.families, made.apart, unlisted)
