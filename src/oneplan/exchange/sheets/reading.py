"""A workbook that was written here, read back after people have edited and other programs have saved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.data_readers.workbook import Sheet, sheets_of
from oneplan.exchange.sheets.book import FORM, Origin, ReadRow, ReadSheet, from_cell, plain
from oneplan.exchange.sheets.safe_book import must_be_safe
from oneplan.exchange.sheets.writing import ABOUT

_LOOKED_AT = 20
_LARGEST_WHOLE = 1e15
_LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came back: the sheets by the names of the tables they are, and what they were made of.

    ``origin`` is None where the hidden sheet is gone. ``others`` are the names of sheets that are no table.
    """

    origin: Origin | None
    sheets: dict[str, ReadSheet]
    others: tuple[str, ...]


def read_back(data: bytes, name: str, tables: dict[str, Sequence[str]]) -> ReadBack:
    """The sheets of a workbook that are these tables, each known by its headers, wherever they stand.

    ``tables`` gives the headers of each table; the first must be there for a sheet to be that table.

    Raises:
        UnreadableTable: it is no workbook that can be opened, or none of the tables is in it.
    """
    must_be_safe(data, name)
    found: dict[str, ReadSheet] = {}
    others = []
    origin = None
    for sheet in sheets_of(data):
        if sheet.name == ABOUT:
            origin = _origin(sheet)
            continue
        table, at = _table(sheet, tables)
        if table is None or table in found:
            others.append(sheet.name)
        else:
            found[table] = _read(sheet, at, tables[table])
    if not found:
        wanted = " or ".join(f"“{headers[0]}”" for headers in tables.values())
        raise UnreadableTable(
            f"No sheet has a column {wanted}.",
            "Keep the row of headers as it was downloaded, and send the sheet again.",
        )
    return ReadBack(origin, found, tuple(others))


def _origin(sheet: Sheet) -> Origin | None:
    said = {_text(row[0]): _text(row[1]) for row in sheet.rows if len(row) > 1}
    form, revision = said.get("format", ""), said.get("revision", "")
    if form != str(FORM):
        raise UnreadableTable(
            "The workbook was made by another edition of oneplan.", "Download the sheet anew."
        )
    if not (revision.isascii() and revision.isdecimal() and len(revision) < _LONGEST_NUMBER):
        return None
    return Origin(said.get("plan", ""), int(revision), said.get("mark", ""))


def _table(sheet: Sheet, tables: dict[str, Sequence[str]]) -> tuple[str | None, int]:
    """Which table a sheet is, and in which of its first rows the headers stand."""
    best: tuple[int, str | None, int] = (0, None, 0)
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        said = {_folded(_text(cell)) for cell in row}
        for name, headers in tables.items():
            count = sum(_folded(header) in said for header in headers)
            if _folded(headers[0]) in said and count > best[0]:
                best = (count, name, at)
    return best[1], best[2]


def _read(sheet: Sheet, at: int, headers: Sequence[str]) -> ReadSheet:
    known = {_folded(header): header for header in headers}
    places: dict[str, int] = {}
    unknown = []
    for place, cell in enumerate(sheet.rows[at]):
        text = _text(cell)
        header = known.get(_folded(text))
        if header and header not in places:
            places[header] = place
        elif text:
            unknown.append(text)
    rows = []
    for number, row in enumerate(sheet.rows[at + 1 :], start=sheet.first_row + at + 1):
        cells = {
            header: text
            for header, place in places.items()
            if place < len(row) and (text := _text(row[place]))
        }
        if cells:
            rows.append(ReadRow(number, cells))
    return ReadSheet(sheet.name, frozenset(places), tuple(unknown), tuple(rows))


def _folded(header: str) -> str:
    return " ".join(header.casefold().split())


def _text(cell: object) -> str:
    """What a cell says: numbers without needless noughts, days as one writes them."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_WHOLE:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return f"{cell:%B %Y}" if cell.day == 1 else f"{cell.day} {cell:%B %Y}"
    return "" if cell is None else from_cell(plain(str(cell)))
