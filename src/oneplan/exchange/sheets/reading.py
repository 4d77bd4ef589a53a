"""A workbook that was written here, read back after people have edited and other programs have saved it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.data_readers.workbook import Sheet, sheets_of
from oneplan.exchange.sheets.book import FORM, Origin, ReadRow, ReadSheet, from_cell, plain
from oneplan.exchange.sheets.safe_book import must_be_safe
from oneplan.exchange.sheets.silent_cells import Silent, silent_cells
from oneplan.exchange.sheets.writing import ABOUT

_LOOKED_AT = 20
_SAID = {"format", "plan", "revision", "mark"}
_LARGEST_WHOLE = 1e15
_LONGEST_NUMBER = 15
_WHOLE_SHARE = re.compile(r"\A(-?\d+)\.0%\Z")


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came back: the sheets by the names of the tables they are, and what they were made of.

    ``origin`` is None where the hidden sheet is gone. ``others`` are the names of sheets that are no table,
    ``again`` those of sheets that are a table which stands before them already.
    """

    origin: Origin | None
    sheets: dict[str, ReadSheet]
    others: tuple[str, ...]
    again: tuple[str, ...] = ()


def read_back(data: bytes, name: str, tables: dict[str, Sequence[str]]) -> ReadBack:
    """The sheets of a workbook that are these tables, each known by its headers, wherever they stand.

    ``tables`` gives the headers of each table; the first must be there for a sheet to be that table.

    Raises:
        UnreadableTable: it is no workbook that can be opened, or none of the tables is in it.
    """
    must_be_safe(data, name)
    found: dict[str, ReadSheet] = {}
    others, again = [], []
    origin = None
    silent = silent_cells(data)
    for sheet in sheets_of(data):
        if _is_about(sheet):
            origin = _origin(sheet)
            continue
        table, at = _table(sheet, tables)
        if table is None:
            others.append(sheet.name)
        elif table in found:
            again.append(sheet.name)
        else:
            found[table] = _read(sheet, at, tables[table], silent.get(sheet.name, {}))
    if not found:
        wanted = " or ".join(f"“{headers[0]}”" for headers in tables.values())
        raise UnreadableTable(
            f"No sheet has a column {wanted}.",
            "Keep the row of headers as it was downloaded, and send the sheet again.",
        )
    return ReadBack(origin, found, tuple(others), tuple(again))


def _is_about(sheet: Sheet) -> bool:
    """Whether a sheet says what the workbook was made of; some programs give it a longer name."""
    return sheet.name == ABOUT or (
        len(sheet.rows) <= _LOOKED_AT and {_text(row[0]) for row in sheet.rows if row} >= _SAID
    )


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


def _read(sheet: Sheet, at: int, headers: Sequence[str], silent: Silent) -> ReadSheet:
    columns = _columns(sheet.rows[at], headers)
    rows = []
    for number, row in enumerate(sheet.rows[at + 1 :], start=sheet.first_row + at + 1):
        cells = {
            header: text
            for header, place in columns.places.items()
            if place < len(row) and (text := _text(row[place]))
        }
        odd = {
            header: held
            for header, place in columns.places.items()
            if (held := silent.get((number - 1, sheet.first_column - 1 + place)))
        }
        if any(_folded(text) != _folded(name) for name, text in cells.items()):
            rows.append(ReadRow(number, cells, odd))
    missing = tuple(header for header in headers if header not in columns.places)
    return ReadSheet(
        sheet.name,
        frozenset(columns.places),
        tuple(columns.unknown),
        missing,
        tuple(columns.doubled),
        tuple(rows),
    )


@dataclass(slots=True)
class _Columns:
    """Where the known columns of a sheet stand, and the headers that are not read."""

    places: dict[str, int] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)


def _columns(row: Sequence[object], headers: Sequence[str]) -> _Columns:
    known = {_folded(header): header for header in headers}
    found = _Columns()
    for place, cell in enumerate(row):
        text = _text(cell)
        header = known.get(_folded(text))
        if header and header not in found.places:
            found.places[header] = place
        elif header:
            found.doubled.append(header)
        elif text:
            found.unknown.append(text)
    return found


def _folded(header: str) -> str:
    return " ".join(header.casefold().split())


def _text(cell: object) -> str:
    """What a cell says: numbers without needless noughts, days as one writes them."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_WHOLE:
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell:%B %Y}" if cell.day == 1 else f"{cell.day} {cell:%B %Y}"
    return "" if cell is None else from_cell(_WHOLE_SHARE.sub(r"\1%", plain(str(cell))))
