"""Rows that the ends of pages cut, put together in the table in which they begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from oneplan.exchange.plan_readers.blocks import Cell, Row, Table
from oneplan.exchange.plan_readers.formats.pdf.cut_rows import judged, put_below
from oneplan.exchange.plan_readers.formats.pdf.joining import Joiner
from oneplan.exchange.plan_readers.formats.pdf.page_breaks import PageBreak, PageBreaks, Place
from oneplan.exchange.plan_readers.formats.pdf.pages import Sized
from oneplan.exchange.plan_readers.formats.pdf.ruled import CellText, lines_of_meaning


def mended(sized: Sequence[Sized], breaks: PageBreaks, joiner: Joiner) -> list[Sized]:
    """The blocks with every row that a page's end cuts made whole where it begins."""
    if not breaks.found:
        return list(sized)
    tables = {
        number: each.block
        for each in sized
        if isinstance(each.block, Table) and (number := each.block.source.table) is not None
    }
    mender = _Mender(tables, joiner)
    for found in breaks.found:
        cut = judged(found, breaks, joiner)
        if cut.verdict == "cut":
            mender.put_together(found, cut.rest)
        elif cut.verdict == "whole":
            mender.begins_anew(found.after.place[0])
    return [each for each in map(mender.as_it_is_now, sized) if each is not None]


@dataclass(slots=True)
class _Mender:
    tables: dict[int, Table]
    joiner: Joiner
    _moved: dict[Place, Place] = field(default_factory=dict)
    """Where the rest of a row went, by where it stood."""
    _taken: dict[int, int] = field(default_factory=dict)
    """The row that was taken out of a table: at most its first below the header."""
    _texts: dict[tuple[int, int, int], CellText] = field(default_factory=dict)
    """The text of cells already joined, by table, row and column."""

    def begins_anew(self, number: int) -> None:
        """The first row of a table is no rest of the one before."""
        self.tables[number] = replace(self.tables[number], may_go_on=False)

    def put_together(self, found: PageBreak, rest: frozenset[int]) -> None:
        """Take the row's rest out of its table into the one where the row begins.

        ``rest`` are the columns that begin something of their own: they become a row below.
        """
        number, at = found.after.place
        row = self.tables[number].rows[at]
        home = self._now(found.before.place)[0]
        for column, text in found.after.filled().items():
            if column not in rest:
                self._add(found, column, text)
        if rest:
            self._append(home, _only(row, rest))
        table = self.tables[number]
        rows = (*table.rows[:at], *table.rows[at + 1 :])
        # What is left of a table at its last row is the header that each page repeats.
        self.tables[number] = replace(
            table, rows=rows if len(table.rows) > at + 1 else (), may_go_on=False
        )
        self._moved[found.after.place] = self._now(found.before.place)
        self._taken[number] = at

    def _add(self, found: PageBreak, column: int, text: CellText) -> None:
        number, at = self._now((found.before.place[0], found.before.rows[column]))
        key = (number, at, column)
        before = self._texts.get(key, found.before.cells[column])
        right = found.before.left - found.after.left
        whole = put_below(before, text, right) if before else text
        self._texts[key] = whole
        table = self.tables[number]
        row = table.rows[at]
        cells = tuple(
            replace(cell, lines=lines_of_meaning(whole, self.joiner))
            if cell.column == column
            else cell
            for cell in row.cells
        )
        rows = (*table.rows[:at], replace(row, cells=cells), *table.rows[at + 1 :])
        self.tables[number] = replace(table, rows=rows)

    def _append(self, number: int, row: Row) -> None:
        table = self.tables[number]
        self.tables[number] = replace(table, rows=(*table.rows, row))

    def _now(self, place: Place) -> Place:
        """Where a row stands after rows above it were moved to other tables."""
        if place in self._moved:
            return self._moved[place]
        number, at = place
        return number, at - (self._taken.get(number, at) < at)

    def as_it_is_now(self, each: Sized) -> Sized | None:
        """The block with its rows mended, None where all of them stand elsewhere."""
        block = each.block
        if not isinstance(block, Table) or block.source.table is None:
            return each
        table = self.tables[block.source.table]
        return replace(each, block=table) if table.rows else None


def _only(row: Row, columns: frozenset[int]) -> Row:
    """The row with the cells of some columns, the others tied to those above."""
    cells = tuple(
        cell
        if cell.column in columns
        else Cell((), cell.column, cell.spans, True, source=cell.source)
        for cell in row.cells
    )
    return replace(row, cells=cells)
