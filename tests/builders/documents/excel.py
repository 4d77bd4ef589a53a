"""Blocks as an Excel workbook: each table a sheet, or all of them one below the other."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from builders.documents.blocks_made import pages_of_table
from builders.documents.layout import PLAIN, Layout
from oneplan.exchange.plan_readers.blocks import Block, Cell, Line, ListItem, Table


def write_xlsx(blocks: Iterable[Block], layout: Layout = PLAIN) -> bytes:
    """The bytes of a workbook. Prose before a table stands above it, in the first column."""
    saved = BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True, "strings_to_numbers": False}) as book:
        _Writer(book, layout).write(list(blocks))
    return saved.getvalue()


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, layout: Layout) -> None:
        self._book = book
        self._layout = layout
        self._bold = book.add_format({"bold": True, "text_wrap": True})
        self._underlined = book.add_format({"underline": 1})
        self._plain = book.add_format({"text_wrap": True, "valign": "top"})
        self._sheet: Worksheet | None = None
        self._row = 0
        self._holds_table = False

    def write(self, blocks: list[Block]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                for part in pages_of_table(
                    block, self._layout.rows_per_page, self._layout.repeat_header
                ):
                    self._table(part)
                continue
            sheet = self._sheet_for_prose()
            text = f"{block.marker} {block.text}" if isinstance(block, ListItem) else block.text
            sheet.write_string(self._row, 0, text)
            self._row += 1
        if self._sheet is None:
            self._new_sheet(None)

    def _sheet_for_prose(self) -> Worksheet:
        if self._sheet is None or (self._holds_table and not self._layout.one_sheet):
            return self._new_sheet(None)
        return self._sheet

    def _new_sheet(self, title: str | None) -> Worksheet:
        self._sheet = self._book.add_worksheet(title)
        self._row = 0
        self._holds_table = False
        return self._sheet

    def _table(self, table: Table) -> None:
        sheet = self._sheet
        if sheet is None or (self._holds_table and not self._layout.one_sheet):
            sheet = self._new_sheet(table.title)
        self._holds_table = True
        starts = self._merges(table)
        for number, row in enumerate(table.rows):
            for each in row.cells:
                last = starts.get((number, each.column), number)
                self._cell(sheet, each, self._row, last - number)
            self._row += 1
        self._row += 1

    def _merges(self, table: Table) -> dict[tuple[int, int], int]:
        """Where merged cells begin, and the last row that each reaches."""
        starts: dict[tuple[int, int], int] = {}
        open_at: dict[int, int] = {}
        for number, row in enumerate(table.rows):
            for each in row.cells:
                if each.covered:
                    starts[open_at[each.column], each.column] = number
                else:
                    open_at[each.column] = number
        return starts

    def _cell(self, sheet: Worksheet, each: Cell, row: int, further_rows: int) -> None:
        if each.covered:
            return
        column = each.column - 1
        form = self._bold if each.header else self._plain
        text = "\n".join(self._printed(line) for line in each.lines)
        if each.spans > 1 or further_rows:
            last = column + each.spans - 1
            sheet.merge_range(row, column, row + further_rows, last, text, form)
        elif len(each.lines) == 1 and self._rich(sheet, each.lines[0], row, column):
            return
        elif text:
            sheet.write_string(row, column, text, form)

    def _rich(self, sheet: Worksheet, line: Line, row: int, column: int) -> bool:
        """Write a line that begins with marked words; whether it did."""
        for marked, form in ((line.underlined, self._underlined), (line.bold, self._bold)):
            rest = line.text[len(marked) :]
            if marked and rest and line.text.startswith(marked) and not line.bullet:
                sheet.write_rich_string(row, column, form, marked, rest, self._plain)
                return True
        return False

    def _printed(self, line: Line) -> str:
        return f"{'  ' * (line.level - 1)}• {line.text}" if line.bullet else line.text
