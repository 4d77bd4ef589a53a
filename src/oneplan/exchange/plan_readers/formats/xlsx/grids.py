"""A sheet's cells as blocks: the words above the table as paragraphs, then the table on its grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oneplan.exchange.plan_readers.blocks import Block, Cell, Row
from oneplan.exchange.plan_readers.formats.sheet_parts import sheet_blocks
from oneplan.exchange.plan_readers.formats.table_shapes import table_of
from oneplan.exchange.plan_readers.formats.xlsx.sheets import SheetCells
from oneplan.exchange.plan_readers.limits import LIMITS, Limits
from oneplan.vocabulary.findings import Source

_MOST_ROWS_OF_A_REST = 2


class SheetGrid:
    """The visible part of a sheet."""

    def __init__(
        self,
        sheet: SheetCells,
        file: str,
        title: str,
        limits: Limits = LIMITS,
        before: Sequence[int] = (),
    ) -> None:
        self._file = file
        self._title = title
        self._limits = limits
        hidden = set(sheet.hidden_rows)
        self._rows = {
            number: cells for number, cells in sorted(sheet.rows.items()) if number not in hidden
        }
        self._columns = sorted(
            {column for cells in self._rows.values() for column in cells} - sheet.hidden_columns
        )
        self.cuts: list[str] = []
        """After how much of what the sheet was cut."""
        if len(self._columns) > limits.columns:
            self.cuts.append(f"{limits.columns} columns of a very wide sheet")
        del self._columns[limits.columns :]
        self._numbers = list(self._rows)
        self._goes_on = self._is_rest_of(before)
        if self._goes_on:
            self._columns = list(before)
        self._steps_left = 2 * limits.cells
        self._spans: dict[tuple[int, int], int] = {}
        self._covered: dict[tuple[int, int], int] = {}
        for merge in sheet.merges:
            self._place_merge(*merge)

    @property
    def columns(self) -> Sequence[int]:
        """The columns of the sheet that hold words, from 1."""
        return self._columns

    def _is_rest_of(self, before: Sequence[int]) -> bool:
        """Whether the sheet holds only the rest of a row that a page break cut on the sheet before."""
        own = set(self._columns)
        few = 0 < len(self._rows) <= _MOST_ROWS_OF_A_REST and len(own) > 0
        return few and len(before) > 2 and own < set(before) and min(own) > before[0]

    def _place_merge(self, top: int, left: int, bottom: int, right: int) -> None:
        first = bisect_left(self._columns, left)
        width = bisect_left(self._columns, right + 1) - first
        if width < 1:
            return
        column = self._columns[first]
        self._spans[top, column] = width
        inside = self._numbers[
            bisect_left(self._numbers, top + 1) : bisect_left(self._numbers, bottom + 1)
        ]
        room = max(self._steps_left, 0)
        if len(inside) > room and self._steps_left >= 0:
            self.cuts.append(f"{2 * self._limits.cells:,} rows below merged cells")
        for row in inside[:room]:
            self._covered[row, column] = width
        self._steps_left -= len(inside)

    def blocks(self) -> Iterator[Block]:
        """The blocks of the sheet; none where it shows nothing."""
        rows = [row for row in self._table_rows(self._numbers) if not row.empty]
        if self._goes_on and rows:
            table = table_of(rows, replace(rows[0].source, column=None), self._title)
            if table is not None:
                yield table
            return
        numbers = [row.source.row or 0 for row in rows]
        gaps = [number > before + 1 for before, number in zip([0, *numbers], numbers, strict=False)]
        yield from sheet_blocks(rows, gaps, self._title)

    def _table_rows(self, numbers: list[int]) -> Iterator[Row]:
        left = 2 * self._limits.cells
        for number in numbers:
            row = self._row(number)
            left -= len(row.cells)
            if left < 0:
                self.cuts.append(f"row {number} of a sheet that is very wide and long")
                return
            yield row

    def _row(self, number: int) -> Row:
        values = self._rows[number]
        cells, at = [], 0
        while at < len(self._columns):
            column = self._columns[at]
            place = (number, column)
            covered = place in self._covered
            spans = self._covered[place] if covered else self._spans.get(place, 1)
            source = Source(self._file, sheet=self._title, row=number, column=column)
            lines = () if covered else values.get(column, ())
            cells.append(Cell(lines, at + 1, spans, covered, source=source))
            at += spans
        return Row(tuple(cells), Source(self._file, sheet=self._title, row=number))
