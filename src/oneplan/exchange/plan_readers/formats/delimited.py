"""CSV and its kin: whatever divides the cells, quoted line ends kept, notes above the table as prose."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.exchange.plan_readers.blocks import Block, Cell, Row
from oneplan.exchange.plan_readers.formats.delimited_records import records
from oneplan.exchange.plan_readers.formats.delimiters import delimiter_of
from oneplan.exchange.plan_readers.formats.encodings import decode
from oneplan.exchange.plan_readers.formats.format import Contents, Format
from oneplan.exchange.plan_readers.formats.noticed import Notice, Noticed
from oneplan.exchange.plan_readers.formats.sheet_parts import sheet_blocks
from oneplan.exchange.plan_readers.formats.tab_tables import cell_lines
from oneplan.exchange.plan_readers.formats.text import read_text
from oneplan.exchange.plan_readers.limits import LIMITS, Limits, cut_off
from oneplan.vocabulary.findings import Finding, Source

_SAMPLE = 100_000
NOTICES = (
    Notice(
        "quote-never-closed",
        "warning",
        "a quotation mark that begins a cell is never closed; it was taken as if it were not there",
        "{} quotation marks that begin a cell are never closed; they were taken as if not there",
        "Close or delete the quotation mark, save, and read the file again.",
    ),
    Notice(
        "table-too-wide",
        "error",
        "a line has more cells than can be read; the rest of it is not in the plan",
        "{} lines have more cells than can be read; the rest of them is not in the plan",
        "Divide the table into narrower ones.",
    ),
)


def read_delimited(data: bytes, name: str, limits: Limits = LIMITS) -> Contents:
    """The blocks of a CSV file; read as plain text where nothing divides its lines into cells."""
    text, findings = decode(data, name)
    lines = text.split("\n", 1)
    declared = lines[0].strip().lower()
    if declared.startswith("sep=") and len(declared) == 5 and len(lines) > 1:
        delimiter: str | None = lines[0].strip()[4]
        text, skipped = lines[1], 1
    else:
        delimiter, skipped = delimiter_of(text[:_SAMPLE]), 0
    if delimiter is None:
        return read_text(data, name)
    table = _Delimited(name, skipped, limits)
    blocks = tuple(table.blocks(text, delimiter))
    return Contents(blocks, (*findings, *table.findings))


class _Delimited:
    def __init__(self, name: str, skipped: int, limits: Limits) -> None:
        self._name = name
        self._skipped = skipped
        self._limits = limits
        self._noticed = Noticed()
        self._cut_off: list[Finding] = []

    @property
    def findings(self) -> list[Finding]:
        """What was noticed."""
        return [*self._cut_off, *self._noticed.findings(NOTICES)]

    def blocks(self, text: str, delimiter: str) -> Iterator[Block]:
        """Single cells above and between tables as prose, and the tables."""
        rows: list[Row] = []
        gaps: list[bool] = []
        gap = False
        for number, (line, cells) in enumerate(self._within_limits(text, delimiter), start=1):
            row = self._row(line, number, cells)
            if not row.empty:
                rows.append(row)
                gaps.append(gap)
            gap = row.empty
        yield from sheet_blocks(rows, gaps)

    def _within_limits(self, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """The records without their empty ends, up to the limit of cells."""
        limits, cells_left = self._limits, self._limits.cells
        for number, record in records(text, delimiter, self._see_open_quote):
            line = number + self._skipped
            while record and not record[-1].strip():
                record.pop()
            if len(record) > limits.columns:
                self._noticed.see(
                    "table-too-wide", Source(self._name, line=line), record[limits.columns]
                )
                del record[limits.columns :]
            cells_left -= len(record)
            if cells_left < 0:
                place = Source(self._name, line=line)
                self._cut_off.append(cut_off(place, f"{limits.cells:,} cells"))
                return
            yield line, record

    def _see_open_quote(self, line: int, words: str) -> None:
        place = Source(self._name, line=line + self._skipped)
        self._noticed.see("quote-never-closed", place, words)

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
