"""Counted tables as they come: not cleared, and so not to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

Key = tuple[tuple[str, str], ...]
"""The dimensions and members of a cell, by name; a dimension that is not named is everyone in it."""

COUNTED = "counted"
"""The dimension that sets those who are counted against all who could be."""
THOSE = "those"


class NotCleared(TypeError):
    """Something that is not cleared was about to be shown."""


def key_of(members: Mapping[str, str]) -> Key:
    """The key of a cell from its dimensions and members."""
    return tuple(sorted(members.items()))


def without(key: Key, dimension: str) -> Key:
    """The cell of everyone in a dimension."""
    return tuple(part for part in key if part[0] != dimension)


class Uncleared:
    """Whatever holds counts that are not cleared: it has no text, no format and no JSON."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: not cleared to be shown>"

    def __str__(self) -> NoReturn:
        raise NotCleared(f"{type(self).__name__} is not cleared to be shown.")

    def __format__(self, spec: str) -> NoReturn:
        raise NotCleared(f"{type(self).__name__} is not cleared to be shown.")

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> NoReturn:
        raise NotCleared(f"{cls.__name__} is not cleared to be shown.")


@dataclass(frozen=True, slots=True, repr=False)
class CountedCell(Uncleared):
    """A count among a base of people; None where the source gives none, ``symbol`` what it prints.

    ``base`` is how many people could have been counted, where that is known. ``withheld`` says that
    the source has the count and withheld it.
    """

    key: Key
    count: int | None
    base: int | None = None
    symbol: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """How the members of dimensions lie within each other, as far as it is known beforehand.

    ``parts`` gives for a dimension the members that a member is made of; ``spans`` where a member
    begins and where it ends on a line (years of age, days). Dimensions ``apart`` have no everyone:
    periods, indicators. The parts of those that ``overlap`` may hold the same person twice.
    ``everyone`` names members that are the whole of their dimension.
    """

    parts: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    spans: Mapping[str, Mapping[str, tuple[float, float]]] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    overlap: frozenset[str] = frozenset()
    everyone: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class CountedTable(Uncleared):
    """A table of counts that nobody has cleared.

    ``release`` names the state of the data: tables of one release agree wherever they overlap.
    ``base_public`` says that the bases are known to everybody, such as estimates of the population.
    """

    title: str
    cells: tuple[CountedCell, ...]
    release: str = ""
    structure: Structure = field(default_factory=Structure)
    base_public: bool = False

    def dimensions(self) -> list[str]:
        """The dimensions that any of the cells names."""
        return sorted({name for cell in self.cells for name, _ in cell.key})

    def __iter__(self) -> Iterator[CountedCell]:
        return iter(self.cells)
