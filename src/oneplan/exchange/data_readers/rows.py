"""CSV as rows of text, in and out: order and columns stay."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader as Lines

_SEPARATOR_SAID = re.compile(r"\ufeff?sep=([,;|\t])", re.IGNORECASE)
_DELIMITERS = (",", "\t", ";", "|")


class UnreadableTable(Exception):
    """The bytes are no table. ``str()`` says why in a sentence; ``cure`` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


def decoded(data: bytes) -> str:
    """The text in bytes: UTF-8 or UTF-16 with their marks, else what Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """What separates the cells: of comma, tab, semicolon and bar the most frequent in the first line.

    A first line "sep=;", which some spreadsheets write, says it.
    """
    first = text.lstrip("\r\n").partition("\n")[0]
    said = _SEPARATOR_SAID.fullmatch(first.strip("\r"))
    return said[1] if said else max(_DELIMITERS, key=first.count)


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table's columns in order, each name once, and its rows by column name.

    ``faults`` says of rows, by their places, why they are not what the file meant.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, str]]
    faults: dict[int, str]


def read_table(data: bytes) -> TextTable:
    """The table in a CSV file with a header; blank lines are passed over.

    Raises:
        UnreadableTable: no text, or without a header.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableTable("It is a workbook or an archive.", "Save its sheet as CSV UTF-8.")
    text = decoded(data)
    if not text.strip():
        raise UnreadableTable("The file is empty.", "Give it a header and rows.")
    delimiter = delimiter_of(text)
    if _SEPARATOR_SAID.fullmatch(text.lstrip("\r\n").partition("\n")[0].strip("\r")):
        text = text.lstrip("\r\n").partition("\n")[2]
    try:
        return _table(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableTable(f"The file is no CSV: {error}.", "Save it as CSV UTF-8.") from error


def _table(lines: Lines) -> TextTable:
    header = next((line for line in lines if any(cell.strip() for cell in line)), None)
    if header is None:
        raise UnreadableTable("No row names the columns.", "Give the table a header.")
    while header and not header[-1].strip():
        header.pop()
    columns = tuple(distinct_names(header))
    rows: list[dict[str, str]] = []
    faults: dict[int, str] = {}
    for line in lines:
        if not line:
            continue
        if any(cell.strip() for cell in line[len(columns) :]):
            faults[len(rows)] = (
                f"line {lines.line_num} has {len(line)} cells and the header {len(columns)}:"
                " put quotes around cells that hold the separator"
            )
        cells = dict.fromkeys(columns, "")
        cells.update(zip(columns, line, strict=False))
        rows.append(cells)
    return TextTable(columns, rows, faults)


def distinct_names(header: Sequence[str]) -> list[str]:
    """The names with those told apart that stand twice, and a number for those without one."""
    taken: set[str] = set()
    names = []
    for place, cell in enumerate(header, start=1):
        name = wanted = " ".join(cell.split()) or f"column {place}"
        count = 1
        while name in taken:
            count += 1
            name = f"{wanted} ({count})"
        taken.add(name)
        names.append(name)
    return names


def read_rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file with a header, by column name.

    Raises:
        UnreadableTable: no text, without a header, or a row longer than the header.
    """
    table = read_table(data)
    for fault in table.faults.values():
        raise UnreadableTable(f"{fault[0].upper()}{fault[1:]}.", "Mend the line.")
    return table.rows


def write_rows(rows: Sequence[dict[str, str]], columns: Sequence[str] = ()) -> str:
    """The rows as CSV, with these columns and every other that a row has, in order of appearance.

    Without rows and columns there is nothing, not even a header.
    """
    columns = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    if not columns:
        return ""
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
