"""A downloaded workbook as people edit it: cells typed, rows dropped, moved and added, columns lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

_HIDDEN = "oneplan"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that was saved for it."""

    shown: str


@dataclass(slots=True)
class Book:
    """A workbook: the rows of each sheet, the headers first."""

    sheets: dict[str, list[list[Any]]] = field(default_factory=dict)

    def column(self, sheet: str, header: str) -> int:
        """The place of a column."""
        return self.sheets[sheet][0].index(header)

    def row(self, sheet: str, first: str) -> list[Any]:
        """The row in whose first cell this stands."""
        return next(row for row in self.sheets[sheet] if row[0] == first)

    def at(self, sheet: str, first: str, header: str) -> str:
        """What stands in a cell of the row in whose first cell this stands."""
        return str(self.row(sheet, first)[self.column(sheet, header)])

    def put(self, sheet: str, first: str, header: str, value: Any) -> None:
        """Types something into a cell of the row in whose first cell this stands."""
        self.row(sheet, first)[self.column(sheet, header)] = value

    def add(self, sheet: str, cells: dict[str, Any], at: int | None = None) -> None:
        """Adds a row, last where no place is given."""
        headers = self.sheets[sheet][0]
        row = [cells.get(header, "") for header in headers]
        self.sheets[sheet].insert(len(self.sheets[sheet]) if at is None else at, row)

    def drop(self, sheet: str, first: str) -> None:
        """Deletes the row in whose first cell this stands."""
        self.sheets[sheet].remove(self.row(sheet, first))

    def without_column(self, sheet: str, header: str) -> None:
        """Deletes a column."""
        place = self.column(sheet, header)
        for row in self.sheets[sheet]:
            del row[place]

    def put_formula(self, sheet: str, first: str, header: str, *, error: bool = False) -> None:
        """Puts a formula into a cell whose value was not saved, or is an error."""
        self.put(sheet, first, header, Formula("#N/A" if error else ""))

    def saved(self) -> bytes:
        """The workbook as another program writes it: days as days, numbers as numbers."""
        file = BytesIO()
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(file, {**plain, "default_date_format": "d mmm yyyy"}) as book:
            for name, rows in self.sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    for place, value in enumerate(row):
                        if isinstance(value, Formula):
                            sheet.write_formula(number, place, "=NA()", None, value.shown)
                        else:
                            sheet.write(number, place, value)
                if name == _HIDDEN:
                    sheet.hide()
        return file.getvalue()


def book_of(data: bytes) -> Book:
    """A workbook that was downloaded."""
    found = CalamineWorkbook.from_filelike(BytesIO(data))
    return Book({name: found.get_sheet_by_name(name).to_python() for name in found.sheet_names})
