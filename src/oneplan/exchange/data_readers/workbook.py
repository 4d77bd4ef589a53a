"""The tables in an Excel or OpenDocument workbook, a sheet each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from oneplan.exchange.data_readers.open_document import CellFormat, Formats
from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.data_readers.workbook_formats import cell_formats

_MOST_CELLS = 20_000_000
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Sheet:
    """A filled sheet: its rows with titles above the header, and the numbers of the first row and column."""

    name: str
    rows: list[list[object]]
    first_row: int = 1
    first_column: int = 1


def sheets_of(data: bytes) -> list[Sheet]:
    """The filled sheets in their order; a share that is shown as "45.6%" is that text, and what
    stands in cells merged downwards stands in each of them.

    Raises:
        UnreadableTable: no workbook, one with a password, or one without a filled sheet.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        filled = [
            (name, sheet)
            for name in workbook.sheet_names
            if (sheet := workbook.get_sheet_by_name(name)).start is not None
        ]
    except PasswordError as error:
        raise UnreadableTable("The workbook has a password.", "Save it without.") from error
    except (CalamineError, OSError) as error:
        raise UnreadableTable("The workbook is damaged.", "Open it and save it anew.") from error
    if not filled:
        raise UnreadableTable("The workbook holds no table.", "Give a sheet with a header.")
    if sum(sheet.height * sheet.width for _, sheet in filled) > _MOST_CELLS:
        raise UnreadableTable("The workbook is too large.", "Save its sheets as CSV.")
    formats = cell_formats(data, [name for name, _ in filled])
    return [_sheet(name, sheet, formats.get(name, {})) for name, sheet in filled]


def _sheet(name: str, sheet: CalamineSheet, formats: Formats) -> Sheet:
    top, left = sheet.start or (0, 0)
    rows: list[list[object]] = [list(row) for row in sheet.to_python()]
    for (first, column), (last, _) in sheet.merged_cell_ranges or ():
        if first >= top and 0 <= column - left < sheet.width:
            for below in rows[first - top + 1 : last - top + 1]:
                below[column - left] = rows[first - top][column - left]
    for (row, column), kind in formats.items():
        if 0 <= row - top < len(rows) and 0 <= column - left < len(rows[row - top]):
            cells = rows[row - top]
            cells[column - left] = _shown(cells[column - left], kind)
    return Sheet(name, rows, top + 1, left + 1)


def _shown(cell: object, kind: CellFormat) -> object:
    if kind == "month" and isinstance(cell, date | datetime):
        return f"{cell:%Y-%m}"
    if kind == "percent" and isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{float(f'{cell * 100:.{_DIGITS}g}')!r}%"
    return cell
