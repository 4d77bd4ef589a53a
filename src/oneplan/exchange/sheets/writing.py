"""Tables as an Excel workbook: each a sheet whose header stays in sight, with every cell a text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from oneplan.exchange.sheets.book import FORM, Origin, Table, as_cell

ABOUT = "oneplan"
"""The hidden sheet that says what the workbook was made of."""
_HEADER = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EEEEEE"}
_CELL = {"text_wrap": True, "valign": "top", "num_format": "@"}
_AS_THEY_ARE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def written(tables: Sequence[Table], origin: Origin) -> bytes:
    """The tables as an .xlsx file, with a hidden sheet that names their origin.

    No cell is a formula: a text that a spreadsheet might take for one has an apostrophe before it,
    also where the sheet is saved again as CSV.
    """
    file = BytesIO()
    with Workbook(file, _AS_THEY_ARE) as book:
        header, cell = book.add_format(_HEADER), book.add_format(_CELL)
        quoted = book.add_format({**_CELL, "quote_prefix": True})
        for table in tables:
            _write(book.add_worksheet(table.name), table, header, (cell, quoted))
        about = book.add_worksheet(ABOUT)
        about.hide()
        said = {
            "format": str(FORM),
            "plan": origin.plan,
            "revision": str(origin.revision),
            "mark": origin.mark,
        }
        for row, (name, value) in enumerate(said.items()):
            about.write_string(row, 0, name)
            about.write_string(row, 1, value)
    return file.getvalue()


def _write(sheet: Worksheet, table: Table, header: Format, formats: tuple[Format, Format]) -> None:
    cell, quoted = formats
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width, cell)
        sheet.write_string(0, place, column.header, header)
    for number, row in enumerate(table.rows, start=1):
        for place, text in enumerate(row):
            said = as_cell(text)
            if said:
                sheet.write_string(number, place, said, quoted if said[0] == "'" else cell)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
