"""What the figures themselves say of a dimension: whether its parts are the whole, or overlap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from oneplan.evidence.disclosure.counted import COUNTED, THOSE, Key, Structure, key_of, without
from oneplan.evidence.disclosure.dimension import Dimension, dimension
from oneplan.evidence.disclosure.facts import Fact


class TotalsDisagree(ValueError):
    """A whole is smaller than its parts, or two tables of one release say different counts.

    ``str()`` says it in a sentence without a count; ``key`` is the cell, ``tables`` the places of those
    that are wrong by themselves.
    """

    def __init__(self, message: str, key: Key, tables: Collection[int] = ()) -> None:
        super().__init__(message)
        self.key = key
        self.tables = tables


@dataclass(frozen=True, slots=True)
class Kinship:
    """The dimensions as the figures bear them out, and which of them hold overlapping parts."""

    dimensions: Mapping[str, Dimension]
    overlapping: frozenset[str]

    def key(self, key: Key) -> Key:
        """The key in terms of the dimensions: each part that overlaps others is one of its own."""
        return split(key, self.overlapping)

    def sets_apart(self, name: str) -> bool:
        """Whether a dimension only sets those who are counted against those who are not."""
        return name == COUNTED or any(name.startswith(f"{whole}: ") for whole in self.overlapping)


def split(key: Key, overlapping: frozenset[str]) -> Key:
    """The key with a dimension for every part of those that overlap."""
    if not any(name in overlapping for name, _ in key):
        return key
    return key_of(
        dict(
            (part_dimension(name, member), THOSE) if name in overlapping else (name, member)
            for name, member in key
        )
    )


def part_dimension(name: str, member: str) -> str:
    """The dimension that sets one part against everybody else."""
    return f"{name}: {member}"


def kinship(facts: Iterable[Fact], structure: Structure) -> Kinship:
    """How the members of every dimension lie within each other.

    Raises:
        TotalsDisagree: a whole with its parts named beforehand is smaller than they are together.
    """
    known = list(facts)
    overlapping = structure.overlap
    while True:
        counts = {(fact.release, split(fact.key, overlapping)): fact.count for fact in known}
        found, more = _borne_out(counts, structure)
        if not more:
            return Kinship(found, overlapping)
        overlapping = overlapping | more


_Counts = Mapping[tuple[str, Key], int | None]


def _borne_out(
    counts: _Counts, structure: Structure
) -> tuple[dict[str, Dimension], frozenset[str]]:
    listed: dict[str, set[str]] = {}
    for _, key in counts:
        for name, member in key:
            listed.setdefault(name, set()).add(member)
    found, overlapping = {}, set()
    for name in sorted(listed):
        plain = dimension(name, listed[name], structure, frozenset())
        more, less = _against_parts(plain, counts)
        if None in less:
            overlapping.add(name)
        found[name] = dimension(name, listed[name], structure, frozenset(more))
    return found, frozenset(overlapping)


def _against_parts(plain: Dimension, counts: _Counts) -> tuple[set[str | None], set[str | None]]:
    """The wholes that hold more than their parts somewhere, and those that hold less."""
    contexts = {(release, without(key, plain.name)) for release, key in counts}
    more: set[str | None] = set()
    less: set[str | None] = set()
    for whole, parts in plain.families:
        for release, rest in sorted(contexts):
            total = counts.get((release, _with(rest, plain.name, whole)))
            held = [counts.get((release, _with(rest, plain.name, part))) for part in parts]
            if total is None:
                continue
            together = sum(count for count in held if count is not None)
            if together > total:
                _must_not_be_named(whole, plain, _with(rest, plain.name, whole))
                less.add(whole)
            elif None not in held and together < total:
                more.add(whole)
    return more, less


def _must_not_be_named(whole: str | None, plain: Dimension, key: Key) -> None:
    if whole is not None or plain.members.get(THOSE):
        name = whole or "everyone"
        raise TotalsDisagree(f"{name} of {plain.name} is less than its parts together.", key)


def _with(rest: Key, name: str, member: str | None) -> Key:
    return rest if member is None else key_of({**dict(rest), name: member})
