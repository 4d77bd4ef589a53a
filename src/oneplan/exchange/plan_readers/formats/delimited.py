"""CSV and its kin: whatever divides the cells, quoted line ends kept, notes above the table as prose."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from oneplan.exchange.plan_readers.blocks import Block, Cell, Row
from oneplan.exchange.plan_readers.formats.delimiters import delimiter_of
from oneplan.exchange.plan_readers.formats.encodings import decode_prose
from oneplan.exchange.plan_readers.formats.format import Contents, Format
from oneplan.exchange.plan_readers.formats.sheet_parts import sheet_blocks
from oneplan.exchange.plan_readers.formats.tab_tables import cell_lines
from oneplan.exchange.plan_readers.formats.text import read_text
from oneplan.exchange.plan_readers.limits import LIMITS, cut_off
from oneplan.vocabulary.findings import Finding, Source

_SAMPLE = 100_000
_LARGEST_FIELD = LIMITS.file_size


def read_delimited(data: bytes, name: str) -> Contents:
    """The blocks of a CSV file; read as plain text where nothing divides its lines into cells."""
    text, findings = decode_prose(data, name)
    lines = text.split("\n", 1)
    declared = lines[0].strip().lower()
    if declared.startswith("sep=") and len(declared) == 5 and len(lines) > 1:
        delimiter: str | None = lines[0].strip()[4]
        text, skipped = lines[1], 1
    else:
        delimiter, skipped = delimiter_of(text[:_SAMPLE]), 0
    if delimiter is None:
        return read_text(data, name)
    table = _Delimited(name, skipped, findings)
    return Contents(tuple(table.blocks(text, delimiter)), tuple(findings))


class _Delimited:
    def __init__(self, name: str, skipped: int, findings: list[Finding]) -> None:
        self._name = name
        self._skipped = skipped
        self._findings = findings

    def blocks(self, text: str, delimiter: str) -> Iterator[Block]:
        """Single cells above and between tables as prose, and the tables."""
        rows: list[Row] = []
        gaps: list[bool] = []
        gap = False
        for number, (line, cells) in enumerate(self._records(text, delimiter), start=1):
            row = self._row(line, number, cells)
            if not row.empty:
                rows.append(row)
                gaps.append(gap)
            gap = row.empty
        yield from sheet_blocks(rows, gaps)

    def _records(self, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """Each record with the line where it begins; stops at a limit or where quotes break."""
        csv.field_size_limit(_LARGEST_FIELD)
        # Other line ends inside a quoted cell must not confuse the count of lines.
        plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        reader = csv.reader(StringIO(plain, newline=""), delimiter=delimiter)
        line, cells_left = 1 + self._skipped, LIMITS.cells
        try:
            for record in reader:
                yield line, record[: LIMITS.columns]
                line = reader.line_num + 1 + self._skipped
                cells_left -= len(record)
                if cells_left < 0:
                    self._findings.append(
                        cut_off(Source(self._name, line=line), f"{LIMITS.cells} cells")
                    )
                    return
        except csv.Error:
            place = Source(self._name, line=line)
            self._findings.append(cut_off(place, f"line {line - 1}, where the quotes go wrong"))

    def _row(self, line: int, number: int, cells: list[str]) -> Row:
        source = Source(self._name, line=line, row=number)
        return Row(
            tuple(
                Cell(
                    cell_lines(cell.split("\n")),
                    column,
                    source=Source(self._name, line=line, row=number, column=column),
                )
                for column, cell in enumerate(cells, start=1)
            ),
            source,
        )


FORMAT = Format("csv", "a CSV file", (".csv", ".tsv", ".tab"), read_delimited)
