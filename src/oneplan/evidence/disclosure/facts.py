"""What is known of each cell: its true count, and what whoever sees the tables may know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from oneplan.evidence.disclosure.counted import (
    COUNTED,
    THOSE,
    CountedCell,
    CountedTable,
    Key,
    Uncleared,
    key_of,
    without,
)
from oneplan.evidence.disclosure.rule import Range, SuppressionRule

State = Literal["open", "shown", "withheld"]
Reason = Literal["", "small", "base", "source", "other", "earlier"]
"""Why a count is withheld: it is small, it is of few people, its source withheld it, it would give
another back, or it was withheld before. Empty where it is shown."""
IN_WORDS: Mapping[Reason, str] = {
    "": "",
    "small": "primary: a small count",
    "base": "primary: counted among few people",
    "source": "primary: withheld by its source",
    "other": "secondary: would help to work out another",
    "earlier": "withheld in an earlier publication",
}

_ANY: Range = (0, None)


@dataclass(frozen=True, slots=True, repr=False)
class Fact(Uncleared):
    """A count of one cell in one release.

    ``open`` is still to be decided; a nought is withheld only where nothing else helps. ``if_shown``
    and ``if_withheld`` are the counts that it could be for whoever sees it shown, or sees that it is
    withheld; ``if_reason_known`` those for somebody who also knows why.
    """

    release: str
    key: Key
    count: int | None
    state: State
    reason: Reason
    if_shown: Range
    if_withheld: Range
    if_reason_known: Range

    @property
    def place(self) -> tuple[str, Key]:
        """What tells the fact from all others."""
        return self.release, self.key


@dataclass(frozen=True, slots=True, repr=False)
class Sides(Uncleared):
    """The facts of a table's row: of those who are counted, and of the base they are among."""

    those: Fact
    base: Fact | None


def facts_of(table: CountedTable, rule: SuppressionRule) -> list[Sides]:
    """The facts of every cell of a table, in its order, with what the rule itself withholds."""
    base_of = _BaseOf(table)
    return [_sides(table.release, cell, base_of, rule) for cell in table.cells]


def _sides(release: str, cell: CountedCell, base_of: _BaseOf, rule: SuppressionRule) -> Sides:
    small_base = rule.has_small_base(cell.base)
    those = _fact(release, base_of.those(cell), cell.count, rule, small_base=small_base)
    if cell.count is None and cell.withheld:
        those = replace(those, reason="source")
    key = base_of.base(cell)
    if key is None or cell.base is None:
        return Sides(those, None)
    return Sides(those, _fact(release, key, cell.base, rule, small_base=False))


def _fact(
    release: str, key: Key, count: int | None, rule: SuppressionRule, *, small_base: bool
) -> Fact:
    if count is None:
        return Fact(release, key, None, "withheld", "", _ANY, _ANY, _ANY)
    if small_base:
        return Fact(release, key, count, "withheld", "base", _ANY, _ANY, _ANY)
    shown = rule.range_of_shown(count)
    if rule.is_small(count):
        known = rule.range_of_small
        return Fact(release, key, count, "withheld", "small", shown, rule.range_of_withheld, known)
    if count == 0:
        return Fact(release, key, count, "open", "", shown, _ANY, _ANY)
    known = rule.range_of_others
    return Fact(release, key, count, "open", "", shown, rule.range_of_withheld, known)


class _BaseOf:
    """Which cell a base is: everyone in some dimensions, or all who could have been counted."""

    def __init__(self, table: CountedTable) -> None:
        cells = [cell for cell in table.cells if cell.base is not None]
        above = any(cell.count is not None and cell.count > (cell.base or 0) for cell in cells)
        self._known = bool(cells) and not table.base_public and not above
        self._shares = (
            [
                name
                for name in table.dimensions()
                if _is_share_of(name, cells, table.structure.apart)
            ]
            if self._known
            else []
        )

    def those(self, cell: CountedCell) -> Key:
        """The key of those who are counted."""
        if not self._known or self._shares:
            return cell.key
        return key_of({**dict(cell.key), COUNTED: THOSE})

    def base(self, cell: CountedCell) -> Key | None:
        """The key of the base; None where it is none of the people that are protected."""
        if not self._known:
            return None
        key = cell.key
        for name in self._shares:
            key = without(key, name)
        return key


def _is_share_of(name: str, cells: Sequence[CountedCell], apart: Iterable[str]) -> bool:
    """Whether the base is everyone in a dimension: it stays the same whichever member is counted."""
    if name in apart:
        return False
    bases: dict[Key, int] = {}
    members: dict[Key, int] = {}
    for cell in cells:
        rest = without(cell.key, name)
        if bases.setdefault(rest, cell.base or 0) != cell.base:
            return False
        if rest == cell.key and cell.count is not None and cell.count != cell.base:
            return False
        members[rest] = members.get(rest, 0) + 1
    return any(count > 1 for count in members.values())
