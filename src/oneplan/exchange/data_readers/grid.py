"""A data file as columns of text with the rows they stand in, whatever its format."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from oneplan.exchange.data_readers.columns import without_separators
from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.data_readers.workbook import first_table

_DELIMITERS = (",", "\t", ";", "|")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_MOST_BYTES = 1_000_000_000
_MOST_TITLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of text by their header, blank where nothing stood, never NULL.

    ``rows`` gives the row in the file of every row of the columns; ``ragged`` are the rows that had
    another number of cells than the header and are in no column.
    """

    name: str
    columns: dict[str, pa.Array]
    rows: pa.Array
    sheet: str | None = None
    ragged: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)


def read_grid(data: bytes, name: str) -> Grid:
    """The table in a CSV, Excel or Parquet file; which of them its first bytes say.

    Raises:
        UnreadableTable: it is none of them, holds no header or is too large.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableTable("The file is larger than a gigabyte.", "Split it by year.")
    if not data.strip():
        raise UnreadableTable("The file is empty.", "Give it a header and rows.")
    if data.startswith(b"PAR1"):
        return _from_parquet(data, name)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        sheet, cells = first_table(data)
        return _from_cells(cells, name, sheet)
    return _from_text(_decoded(data), name)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


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
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    if not _BLANK_LINE.search(text.rstrip()):
        try:
            return _quickly(text, name, delimiter)
        except (pa.ArrowException, csv.Error):
            pass  # the slower way tells which row is at fault
    return _from_cells(_parsed(text, delimiter), name)


def _quickly(text: str, name: str, delimiter: str) -> Grid:
    header = next(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    if not _is_header(header):
        raise pa.ArrowInvalid("titles above the header")
    names = _names(header)
    table = pa.csv.read_csv(
        BytesIO(text.encode()),
        pa.csv.ReadOptions(column_names=names, skip_rows_after_names=1),
        pa.csv.ParseOptions(delimiter=delimiter, newlines_in_values='"' in text),
        pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
    return _grid(name, {column: table[column].combine_chunks() for column in names}, 2)


def _parsed(text: str, delimiter: str) -> Iterable[Sequence[object]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise UnreadableTable(f"The file is no CSV: {error}.", "Save it as CSV UTF-8.") from error


def _from_cells(cells: Iterable[Sequence[object]], name: str, sheet: str | None = None) -> Grid:
    numbered = [(number, row) for number, row in enumerate(cells, start=1) if any(map(str, row))]
    start = _header_at([row for _, row in numbered[:_MOST_TITLE_ROWS]])
    if start is None:
        raise UnreadableTable("No row names the columns.", "Give the table a header.")
    names = _names([str(cell) for cell in numbered[start][1]])
    kept: list[Sequence[object]] = []
    rows, ragged = [], []
    for number, row in numbered[start + 1 :]:
        if len(row) == len(names):
            kept.append(row)
            rows.append(number)
        else:
            ragged.append(number)
    columns = {
        header: pa.array([_cell_text(row[place]) for row in kept], pa.string())
        for place, header in enumerate(names)
    }
    cleaned = {header: without_separators(column) for header, column in columns.items()}
    return Grid(name, cleaned, pa.array(rows, pa.int32()), sheet, tuple(ragged))


def _header_at(rows: Sequence[Sequence[object]]) -> int | None:
    widest = max((len([cell for cell in row if str(cell).strip()]) for row in rows), default=0)
    for place, row in enumerate(rows):
        texts = [str(cell).strip() for cell in row]
        if _is_header(texts) and len([text for text in texts if text]) > widest // 2:
            return place
    return None


def _is_header(cells: Sequence[str]) -> bool:
    return len([cell for cell in cells if cell.strip()]) > 1


def _cell_text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return "" if cell is None else str(cell)


def _names(header: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(header, start=1):
        name = cell.strip() or f"column {place}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _grid(name: str, columns: dict[str, pa.Array], first_row: int) -> Grid:
    length = len(next(iter(columns.values()))) if columns else 0
    cleaned = {header: without_separators(column) for header, column in columns.items()}
    return Grid(name, cleaned, pa.array(range(first_row, first_row + length), pa.int32()))
