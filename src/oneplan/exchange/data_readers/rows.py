"""CSV as rows of text, in and out: order and columns stay."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

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
    """What separates the cells: of comma, tab, semicolon and bar the most frequent in the first line."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def read_rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file with a header, by column name.

    Raises:
        UnreadableTable: no text, without a header, or a row longer than the header.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableTable("It is a workbook or an archive.", "Save its sheet as CSV UTF-8.")
    text = decoded(data)
    if not text.strip():
        raise UnreadableTable("The file is empty.", "Give it a header and rows.")
    try:
        lines = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter_of(text))
        return _rows(lines)
    except csv.Error as error:
        raise UnreadableTable(f"The file is no CSV: {error}.", "Save it as CSV UTF-8.") from error


def _rows(reader: csv.DictReader[str]) -> list[dict[str, str]]:
    rows = []
    for row in reader:
        if None in row:
            raise UnreadableTable(
                f"Line {reader.line_num} has more cells than the header.",
                "Put quotes around cells that hold a comma.",
            )
        rows.append({name: value or "" for name, value in row.items()})
    return rows


def write_rows(rows: Sequence[dict[str, str]]) -> str:
    """The rows as CSV, with every column that any of them has, in order of appearance.

    Without rows there is nothing, not even a header.
    """
    if not rows:
        return ""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
