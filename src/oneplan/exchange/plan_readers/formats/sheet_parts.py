"""A sheet that holds several tables one below the other, with titles and notes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oneplan.exchange.plan_readers.blocks import Block, Row
from oneplan.exchange.plan_readers.formats.table_shapes import as_blocks, line_block, table_of

_LONGEST_LABEL = 70
_LONGEST_CATEGORY = 90
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[A-Za-z]{0,6}[ .-]?\d{1,4}(?:[./]\d{1,4}){0,3}(?![\w%])")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds text: its cells' texts, and whether an empty row stands before it."""

    texts: tuple[str, ...]
    after_blank: bool

    @property
    def alone(self) -> bool:
        """Whether only one cell holds text."""
        return sum(1 for text in self.texts if text) < 2


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Rows from index ``start`` to before ``end``: a table, or else prose."""

    start: int
    end: int
    is_table: bool


def parts_of(rows: Sequence[SheetRow]) -> Iterator[SheetPart]:
    """The parts of a sheet in order. Rows of one cell inside a table stay in it."""
    first = next((at for at, row in enumerate(rows) if not row.alone), len(rows))
    if first:
        yield SheetPart(0, first, is_table=False)
    if first == len(rows):
        return
    start = first
    for prose, header in _breaks(rows, first):
        yield SheetPart(start, prose, is_table=True)
        yield SheetPart(prose, header, is_table=False)
        start = header
    end = _before_closing_notes(rows, start)
    yield SheetPart(start, end, is_table=True)
    if end < len(rows):
        yield SheetPart(end, len(rows), is_table=False)


def _breaks(rows: Sequence[SheetRow], first: int) -> Iterator[tuple[int, int]]:
    """Where prose begins inside the sheet, and the header row that ends it."""
    header = rows[first]
    run = first + 1
    for at in range(first + 1, len(rows)):
        row = rows[at]
        if row.alone:
            # A lone text in a later column (a lead below the partners) is part of the row above.
            run = run if row.texts[0] else at + 1
            continue
        lead = next((n for n in range(run, at) if rows[n].after_blank), None)
        again = _alike(row, header)
        if again and lead is None and run < at:
            lead = run
        if lead is not None and (again or _is_header_like(row) or _holds_prose(rows, lead, at)):
            yield lead, at
            header = row
        run = at + 1


def _alike(row: SheetRow, header: SheetRow) -> bool:
    """Whether the row repeats the header, most of its cells word for word."""
    pairs = list(zip(row.texts, header.texts, strict=False))
    labels = sum(1 for text in header.texts if text)
    same = sum(1 for mine, other in pairs if mine and mine.casefold() == other.casefold())
    return same >= 2 and same * 2 > labels


def _holds_prose(rows: Sequence[SheetRow], start: int, end: int) -> bool:
    """Whether one of the rows says more than the name of a category would."""
    return any(len(text) > _LONGEST_CATEGORY for row in rows[start:end] for text in row.texts)


def _is_header_like(row: SheetRow) -> bool:
    filled = [text for text in row.texts if text]
    plain = sum(1 for text in filled if not _DIGIT.search(text))
    return all(len(text) <= _LONGEST_LABEL for text in filled) and plain * 5 >= len(filled) * 4


def _before_closing_notes(rows: Sequence[SheetRow], start: int) -> int:
    """The index of the first row of the notes under the last table.

    A lone text that is numbered as the rows of the table are is one of them.
    """
    full = [at for at in range(start, len(rows)) if not rows[at].alone]
    last = full[-1]
    numbered = sum(_is_numbered(rows[at]) for at in full)
    if numbered > 1 and numbered * 3 >= len(full):
        last = max(at for at in range(last, len(rows)) if at == last or _is_numbered(rows[at]))
    notes = range(last + 1, len(rows))
    return next((at for at in notes if rows[at].after_blank), len(rows))


def _is_numbered(row: SheetRow) -> bool:
    return _NUMBER.match(row.texts[0]) is not None if row.texts else False


def sheet_blocks(
    rows: Sequence[Row], after_blank: Sequence[bool], title: str | None = None
) -> Iterator[Block]:
    """The blocks of a sheet, given its rows that hold text and whether a gap is before each."""
    described = [SheetRow(_texts(row), gap) for row, gap in zip(rows, after_blank, strict=True)]
    for part in parts_of(described):
        some = rows[part.start : part.end]
        if not part.is_table:
            for row in some:
                for cell in row.cells:
                    yield from (line_block(line, cell.source) for line in cell.lines)
            continue
        place = replace(some[0].source, column=None)
        table = table_of(_without_empty_edge(some), place, title)
        if table is not None:
            yield from as_blocks(table)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(line.text for line in cell.lines[:2]) for cell in row.cells)


def _without_empty_edge(rows: Sequence[Row]) -> list[Row]:
    """The rows without the columns on the right that are empty in all of them."""
    last = max(
        (cell.column for row in rows for cell in row.cells if cell.lines or cell.covered), default=1
    )
    return [
        Row(tuple(cell for cell in row.cells if cell.column <= last), row.source) for row in rows
    ]
