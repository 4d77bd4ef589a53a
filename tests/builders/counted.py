"""Counted tables in few words."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.evidence.disclosure.counted import CountedCell, CountedTable, Structure, key_of


def cell(
    count: int | None, base: int | None = None, symbol: str = "", **members: str
) -> CountedCell:
    """A cell of some members; with the symbol "c" its source withheld it."""
    return CountedCell(key_of(members), count, base, symbol, withheld=symbol == "c")


def page(
    title: str, *cells: CountedCell, release: str = "", **areas: Sequence[str]
) -> CountedTable:
    """A table of a release, with the areas that an area is made of."""
    return CountedTable(title, cells, release, Structure(parts={"area": areas}))
