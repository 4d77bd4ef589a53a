"""The areas of a partner's table: from columns of codes or names, or from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.exchange.data_readers.area_columns import area_code, area_named
from oneplan.exchange.data_readers.cells import status_of
from oneplan.exchange.data_readers.columns import mapped_together
from oneplan.exchange.data_readers.dimensions import is_everyone
from oneplan.exchange.data_readers.grid import Grid
from oneplan.exchange.data_readers.reading import NoObservations
from oneplan.exchange.data_readers.tidy_roles import area_headers, breadth, roles_of
from oneplan.exchange.data_readers.titles import area_of_table
from oneplan.vocabulary.findings import Finding, Source

_MOST_LOOKED_AT = 200


def with_areas(grid: Grid) -> tuple[Grid, tuple[Finding, ...]]:
    """The table with a column of areas, and a finding where a title or a name gave it.

    Raises:
        NoObservations: nothing says what area the figures are about.
    """
    if areas_of(grid):
        return grid, ()
    found = area_of_table(grid)
    if found is None:
        raise NoObservations(
            "No column, title or name says what area its figures are about: add a column area, or put"
            " one area into the title above the table or into the file's name."
        )
    code, text = found
    finding = Finding(
        rule="area-from-title",
        severity="info",
        message=f"No column says the area; “{text[:80]}” does: {code}.",
        where=code,
        quotes=(text[:80],),
        fix="If it is another one, add a column area.",
        source=Source(file=grid.name, sheet=grid.sheet),
    )
    return grid.with_column("area", pa.array([code] * len(grid), pa.string())), (finding,)


def areas_of(grid: Grid) -> list[str]:
    """The columns that name areas, by their header or else by what they hold."""
    named = area_headers(grid.columns)
    taken = {*named, *roles_of(grid.columns).values()}
    others = (
        header
        for header, column in grid.columns.items()
        if header not in taken and _names_areas(column)
    )
    return [*named, *others]


def _names_areas(column: pa.Array) -> bool:
    """Whether most of what stands in a column are names or codes of areas, and no numbers."""
    texts = [text for text in pc.unique(column).slice(0, _MOST_LOOKED_AT).to_pylist() if text]
    known = [text for text in texts if not text[:1].isdigit() and _area(text)]
    return len(known) > len(texts) / 2


def _area(text: str) -> str | None:
    return area_code(text) or area_named(text)


def area_codes(grid: Grid, headers: Sequence[str]) -> pa.Array:
    """The area of every row: the narrowest that its columns name.

    A row that names an authority which is not known is not about the region that stands beside it.
    """
    breadths = [breadth(header) for header in headers]
    return mapped_together(
        [grid.columns[name] for name in headers], lambda texts: _narrowest(breadths, texts)
    )


def _narrowest(breadths: Sequence[int], texts: Sequence[str]) -> str | None:
    unknown = None
    for of, text in zip(breadths, texts, strict=True):
        if unknown is not None and of > unknown:
            return None
        code = _area(text)
        if code:
            return code
        if not is_everyone(text) and status_of(text) is None:
            unknown = of
    return None
