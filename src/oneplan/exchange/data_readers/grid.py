"""A data file as columns of text with the rows they stand in, whatever its format."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from io import BytesIO, StringIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from oneplan.exchange.data_readers.columns import with_points, without_separators
from oneplan.exchange.data_readers.header_rows import (
    header_names,
    header_place,
    without_notes,
)
from oneplan.exchange.data_readers.rows import (
    UnreadableTable,
    decoded,
    delimiter_of,
    distinct_names,
)
from oneplan.exchange.data_readers.workbook import sheets_of

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_LOOKED_AT = 25
_NOT_LETTER = re.compile(r"[\W_]+")
_MOST_COLUMNS = 3_000
_MOST_BYTES = 1_000_000_000
_COUNTED = re.compile(r"column \d+|unnamed: ?\d+|x|index|row ?names?|rownames", re.IGNORECASE)
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_ZIPPED_BOOK = (b"xl/", b"content.xml", b"[Content_Types].xml", b"mimetype")


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of text by their header, blank where nothing stood, never NULL.

    ``rows`` gives the row in the file of every row of the columns; ``ragged`` are the rows that had
    another number of cells than the header and are in no column. ``around`` are the words above the
    header and below the table. ``across`` is how many value cells a row of the file has, where the
    columns were turned into rows; ``alone`` is false where other sheets of the file are read too.
    ``pointed`` are the columns whose decimal commas have become points.
    """

    name: str
    columns: dict[str, pa.Array]
    rows: pa.Array
    sheet: str | None = None
    ragged: tuple[int, ...] = ()
    around: tuple[str, ...] = field(default=())
    across: int = 1
    alone: bool = True
    pointed: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def named_as(self, headers: Sequence[str]) -> Grid:
        """The same table with these headers where a column's has the same letters and digits."""
        wanted = {letters_of(header): header for header in headers}
        columns: dict[str, pa.Array] = {}
        for header, column in self.columns.items():
            columns.setdefault(wanted.get(letters_of(header), header), column)
        return replace(self, columns=columns)

    def with_column(self, header: str, column: pa.Array) -> Grid:
        """The same table with another column under a header."""
        return replace(self, columns={**self.columns, header: column})


def letters_of(header: str) -> str:
    """A header's letters and digits alone: "Area Code", "area_code" and "AreaCode" are the same."""
    return _NOT_LETTER.sub("", header.casefold())


def read_grid(data: bytes, name: str) -> Grid:
    """The table in a CSV, Excel or Parquet file, of a workbook the sheet that holds most.

    Raises:
        UnreadableTable: it is none of them, holds no header or is too large.
    """
    return max(read_grids(data, name), key=lambda grid: len(grid) * len(grid.columns))


def read_grids(data: bytes, name: str) -> list[Grid]:
    """The tables in a file, of a workbook every sheet that has one; its first bytes say which it is.

    Raises:
        UnreadableTable: it is no table, holds no header or is too large.
    """
    data = _inflated(data)
    if len(data) > _MOST_BYTES:
        raise UnreadableTable("The file is larger than a gigabyte.", "Split it by year.")
    if not data.strip():
        raise UnreadableTable("The file is empty.", "Give it a header and rows.")
    if data.startswith(b"PAR1"):
        return _within_width([_from_parquet(data, name)])
    if data.startswith(_EXCEL):
        return [_pointed(grid) for grid in _within_width(_from_workbook(data, name))]
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype", b"<html")):
        raise UnreadableTable("It is a web page.", "Save the data themselves, as CSV or Excel.")
    return [_pointed(grid) for grid in _within_width([_from_text(decoded(data), name)])]


def _pointed(grid: Grid) -> Grid:
    changed = with_points(grid.columns)
    return replace(grid, columns={**grid.columns, **changed}, pointed=(*changed,))


def _within_width(grids: list[Grid]) -> list[Grid]:
    widest = max(len(grid.columns) for grid in grids)
    if widest > _MOST_COLUMNS:
        raise UnreadableTable(
            f"The table has {widest:,} columns.",
            f"Turn columns into rows; {_MOST_COLUMNS:,} are read.",
        )
    return grids


def _inflated(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.open(BytesIO(data)) as file:
            return file.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableTable("The compressed file is damaged.", "Fetch it again.") from error


def _from_workbook(data: bytes, name: str) -> list[Grid]:
    if data.startswith(b"PK") and not any(part in data for part in _ZIPPED_BOOK):
        raise UnreadableTable("It is a zip archive.", "Unpack it, and give the files in it.")
    grids = []
    for sheet in sheets_of(data):
        try:
            grids.append(_from_cells(sheet.rows, name, sheet.name, sheet.first_row))
        except UnreadableTable:
            continue
    if not grids:
        raise UnreadableTable("No sheet has a row that names columns.", "Give a header.")
    return grids


def _from_parquet(data: bytes, name: str) -> Grid:
    try:
        table = pa.parquet.read_table(pa.BufferReader(data))
    except (pa.ArrowException, OSError) as error:
        raise UnreadableTable("The Parquet file is damaged.", "Fetch it again.") from error
    columns = {header: _as_text(table[header], header) for header in table.column_names}
    return _grid(name, columns, 1)


def _as_text(column: pa.ChunkedArray, header: str) -> pa.Array:
    try:
        if pa.types.is_floating(column.type):
            column = pc.if_else(pc.is_nan(column), pa.scalar(None, column.type), column)
        text = column.cast(pa.string())
    except pa.ArrowException as error:
        raise UnreadableTable(
            f"Column {header!r} holds neither text nor numbers.", "Give a plain table."
        ) from error
    return pc.fill_null(text, "").combine_chunks()


def _from_text(text: str, name: str) -> Grid:
    delimiter = delimiter_of(text)
    if not _BLANK_LINE.search(text.rstrip()):
        try:
            return _quickly(text, name, delimiter)
        except (pa.ArrowException, csv.Error):
            pass  # the slower way tells which row is at fault
    return _from_cells(_parsed(text, delimiter), name)


def _quickly(text: str, name: str, delimiter: str) -> Grid:
    first = list(_first_rows(text, delimiter))
    if header_place(first) != 0 or header_names(first, 0)[1] != 1:
        raise pa.ArrowInvalid("titles above the header, or a header of two rows")
    names = distinct_names(first[0])
    table = pa.csv.read_csv(
        BytesIO(text.encode()),
        pa.csv.ReadOptions(column_names=names, skip_rows_after_names=1),
        pa.csv.ParseOptions(delimiter=delimiter, newlines_in_values='"' in text),
        pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
    return _grid(name, {column: table[column].combine_chunks() for column in names}, 2)


def _first_rows(text: str, delimiter: str) -> Iterable[list[str]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    for place in range(_LOOKED_AT):
        try:
            yield [cell.strip() for cell in next(lines)]
        except StopIteration:
            return
        except csv.Error:  # a cell longer than this reader takes; the other one may take it
            if not place:
                raise
            return


def _parsed(text: str, delimiter: str) -> Iterable[Sequence[object]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise UnreadableTable(f"The file is no CSV: {error}.", "Save it as CSV UTF-8.") from error


def _from_cells(
    cells: Iterable[Sequence[object]], name: str, sheet: str | None = None, first_row: int = 1
) -> Grid:
    printed = ([_cell_text(cell) for cell in row] for row in cells)
    numbered = [(number, row) for number, row in enumerate(printed, first_row) if any(row)]
    texts = [row for _, row in numbered]
    start = header_place(texts)
    if start is None:
        raise UnreadableTable("No row names the columns.", "Give the table a header.")
    header, taken = header_names(texts, start)
    names = distinct_names(header)
    below = numbered[start + taken :]
    end = without_notes(below)
    around = [text for row in (*texts[:start], *(row for _, row in below[end:])) for text in row]
    kept: list[Sequence[str]] = []
    rows, ragged = [], []
    for number, row in below[:end]:
        if len(row) == len(names) or (not any(row[len(names) :]) and len(row) > len(names)):
            kept.append(row)
            rows.append(number)
        else:
            ragged.append(number)
    columns = {
        header: pa.array([row[place] for row in kept], pa.string())
        for place, header in enumerate(names)
    }
    return Grid(
        name,
        _of_use(columns),
        pa.array(rows, pa.int32()),
        sheet,
        tuple(ragged),
        tuple(text for text in around if text),
    )


def _of_use(columns: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """The columns without those that have no name and hold nothing, or only count the rows."""
    return {
        header: without_separators(column)
        for header, column in columns.items()
        if not (_COUNTED.fullmatch(header) and _says_nothing(column))
    }


def _says_nothing(column: pa.Array) -> bool:
    first = column[0].as_py() if len(column) else ""
    if first in ("0", "1") and len(column) > 1:
        wanted = range(int(first), int(first) + len(column))
        return bool(column.to_pylist() == [str(number) for number in wanted])
    return not pc.any(pc.not_equal(pc.utf8_trim_whitespace(column), ""), min_count=0).as_py()


def _cell_text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()


def _grid(name: str, columns: dict[str, pa.Array], first_row: int) -> Grid:
    length = len(next(iter(columns.values()))) if columns else 0
    return Grid(name, _of_use(columns), pa.array(range(first_row, first_row + length), pa.int32()))
