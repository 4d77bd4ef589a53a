"""The rows of ruled tables beside the ends of pages, gathered while the pages are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from oneplan.exchange.plan_readers.blocks import Row, Table
from oneplan.exchange.plan_readers.formats.pdf.ruled import CellText, RuledTable

_LARGEST_HEAD = 4
_SAME = 3.0
Place = tuple[int, int]
"""A row: the number of its table and its index there."""


@dataclass(slots=True)
class Half:
    """A row beside a page's end: its cells by column from 1, empty ones as None.

    ``begun`` are the columns whose cells begin in this row and hold text; ``rows`` says in which row
    of the table the cell of each column begins.
    """

    place: Place
    cells: dict[int, CellText | None]
    rows: dict[int, int]
    begun: frozenset[int]
    bottom: float
    left: float

    def filled(self) -> dict[int, CellText]:
        """The cells that hold text."""
        return {column: cell for column, cell in self.cells.items() if cell is not None}


@dataclass(slots=True)
class PageBreak:
    """The end of a page between two parts of a table; ``size`` is that of the page."""

    before: Half
    after: Half
    size: tuple[int, int]


@dataclass(slots=True)
class PageBreaks:
    """Every page's end within a table, and how the rows of the document are usually filled."""

    found: list[PageBreak] = field(default_factory=list)
    ordinary: Counter[frozenset[int]] = field(default_factory=Counter)
    lowest: dict[tuple[int, int], float] = field(default_factory=dict)
    _head: list[tuple[str, ...]] = field(default_factory=list)
    _open: tuple[RuledTable, Half, tuple[int, int]] | None = None

    def end_page(self, size: tuple[int, int], lowest: float, *, text_below: bool) -> None:
        """Remember how far down a page is filled; ``text_below`` says that it ends with no table."""
        self.lowest[size] = max(self.lowest.get(size, 0.0), lowest)
        if text_below:
            self._open = None

    def see(self, ruled: RuledTable, table: Table, size: tuple[int, int], *, first: bool) -> None:
        """Take a table; ``first`` says that no text stands above it on its page."""
        kept = ruled.filled_rows()
        head = 0
        if first and self._open is not None and self._goes_on(self._open[0], ruled, table):
            head = self._repeated_head(table)
            if head < len(kept):
                half = _half(ruled, kept, head)
                self.found.append(PageBreak(self._open[1], half, self._open[2]))
                head += 1
        else:
            self._head = [_texts(row) for row in table.rows[:_LARGEST_HEAD]]
        for at in range(head, len(kept) - 1):
            self.ordinary[_begun(ruled, kept[at])] += 1
        self._open = (ruled, _half(ruled, kept, len(kept) - 1), size) if kept else None

    def _goes_on(self, before: RuledTable, after: RuledTable, table: Table) -> bool:
        """Whether two tables have the same columns; facing pages may stand a little further in.

        Columns that no rules divide are told by the header that both pages have.
        """
        first, second = before.grid.xs, after.grid.xs
        if after.page != before.page + 1 or len(first) != len(second):
            return False
        shift = second[0] - first[0]
        same = all(abs(b - a - shift) <= _SAME for a, b in zip(first, second, strict=True))
        return same or self._repeated_head(table) > 0

    def _repeated_head(self, table: Table) -> int:
        """How many rows at the top of a table repeat the header of the one before."""
        known = repeated = 0
        for row in table.rows[:_LARGEST_HEAD]:
            texts = _texts(row)
            if texts not in self._head[known:]:
                break
            known = self._head.index(texts, known) + 1
            repeated += 1
        return repeated


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _half(ruled: RuledTable, kept: Sequence[int], at: int) -> Half:
    grid, row = ruled.grid, kept[at]
    index_of = {number: index for index, number in enumerate(kept)}
    cells: dict[int, CellText | None] = {}
    rows: dict[int, int] = {}
    for column in range(len(grid.xs) - 1):
        index = grid.owner[row, column]
        if grid.cells[index].column == column:
            cells[column + 1] = ruled.texts.get(index)
            rows[column + 1] = index_of.get(grid.cells[index].row, at)
    place = (ruled.number, at)
    return Half(place, cells, rows, _begun(ruled, row), grid.ys[row + 1], grid.xs[0])


def _begun(ruled: RuledTable, row: int) -> frozenset[int]:
    """The columns whose cells begin in a row and hold text."""
    grid = ruled.grid
    return frozenset(
        column + 1
        for column in range(len(grid.xs) - 1)
        if (cell := grid.cells[grid.owner[row, column]]).row == row
        and cell.column == column
        and grid.owner[row, column] in ruled.texts
    )
