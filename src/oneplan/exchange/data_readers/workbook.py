"""The table in an Excel or OpenDocument workbook."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from oneplan.exchange.data_readers.rows import UnreadableTable

_MOST_CELLS = 20_000_000


def first_table(data: bytes) -> tuple[str, list[list[object]]]:
    """The name and rows of the sheet that holds most; titles above its header are still there.

    Raises:
        UnreadableTable: no workbook, one with a password, or one without a filled sheet.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        names = workbook.sheet_names
        sheets = [workbook.get_sheet_by_name(name) for name in names]
    except PasswordError as error:
        raise UnreadableTable("The workbook has a password.", "Save it without.") from error
    except (CalamineError, OSError) as error:
        raise UnreadableTable("The workbook is damaged.", "Open it and save it anew.") from error
    sizes = [sheet.height * sheet.width for sheet in sheets]
    if not sizes or not max(sizes):
        raise UnreadableTable("The workbook holds no table.", "Give a sheet with a header.")
    if max(sizes) > _MOST_CELLS:
        raise UnreadableTable("The sheet is too large.", "Save it as CSV.")
    largest = sizes.index(max(sizes))
    rows: list[list[object]] = [list(row) for row in sheets[largest].to_python()]
    return names[largest], rows
