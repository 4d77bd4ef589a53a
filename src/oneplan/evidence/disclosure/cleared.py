"""What is cleared to be shown: made by disclosure control and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import InitVar, dataclass
from typing import final

from oneplan.evidence.disclosure.counted import Key, NotCleared


class _Seal:
    """Whoever holds it may clear."""


_SEAL = _Seal()


@final
@dataclass(frozen=True, slots=True)
class ClearedCell:
    """A cell as it may be shown: ``text`` and ``base_text`` are the counts, or the sign in their place.

    ``count`` and ``base`` are as shown, rounded where the rule says so, and None where withheld or
    not known. ``exact`` says that they are the counts themselves, so that figures worked out from
    them tell nothing more.
    """

    key: Key
    text: str
    count: int | None
    base_text: str
    base: int | None
    exact: bool
    seal: InitVar[_Seal]

    def __post_init__(self, seal: _Seal) -> None:
        _only_with(seal)

    @property
    def is_withheld(self) -> bool:
        """Whether a sign stands in the place of the count."""
        return self.count is None

    def share(self, multiplier: float = 1.0) -> float | None:
        """The share or rate that may be shown, worked out from what is shown; None where it may not."""
        if self.count is None or not self.base:
            return None
        return multiplier * self.count / self.base


@final
@dataclass(frozen=True, slots=True)
class ClearedTable:
    """A table as it may be shown, its cells in the order of the counted table."""

    title: str
    release: str
    rule: str
    cells: tuple[ClearedCell, ...]
    seal: InitVar[_Seal]

    def __post_init__(self, seal: _Seal) -> None:
        _only_with(seal)

    def __iter__(self) -> Iterator[ClearedCell]:
        return iter(self.cells)

    @property
    def withheld(self) -> int:
        """How many cells have a sign in the place of their count."""
        return sum(cell.is_withheld for cell in self.cells)


def _only_with(seal: object) -> None:
    if seal is not _SEAL:
        raise NotCleared("Only disclosure control clears what may be shown.")


def seal_of_disclosure_control() -> _Seal:
    """The seal; taken by :mod:`oneplan.evidence.disclosure.clearing` and by nobody else."""
    return _SEAL
