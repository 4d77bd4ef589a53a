"""Tables of any format put in shape: empty edges off, one-cell boxes opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Line,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from oneplan.exchange.plan_readers.formats.list_marks import list_mark
from oneplan.exchange.plan_readers.limits import LIMITS
from oneplan.vocabulary.findings import Source


def table_of(rows: Sequence[Row], source: Source, title: str | None = None) -> Table | None:
    """The table, every row filled up to its width; None where no cell holds text."""
    if all(row.empty for row in rows):
        return None
    columns = max(_width(row) for row in rows)
    if columns * len(rows) <= 2 * LIMITS.cells:
        rows = [_filled(row, columns) for row in rows]
    return Table(tuple(rows), columns, title, source)


def _width(row: Row) -> int:
    return row.cells[-1].column + row.cells[-1].spans - 1 if row.cells else 0


def _filled(row: Row, columns: int) -> Row:
    width = _width(row)
    if width >= columns:
        return row
    place = row.source
    missing = tuple(
        Cell((), column, source=replace(place, column=column))
        for column in range(width + 1, columns + 1)
    )
    return Row(row.cells + missing, place)


def as_blocks(table: Table) -> Iterator[Block]:
    """The table itself, or its lines where it is only a box drawn round text: one column, one row."""
    if table.columns > 1 or len(table.rows) > 1:
        yield table
        return
    for cell in table.rows[0].cells:
        for line in cell.lines:
            yield line_block(line, cell.source)


def line_block(line: Line, source: Source) -> Block:
    """A line that stands on its own, as a list item or a paragraph."""
    if line.bullet:
        return ListItem(line.text, line.level, source=source)
    mark = list_mark(line.text)
    if mark is not None:
        return ListItem(line.text[mark.length :], mark.level, mark.marker, source)
    return Paragraph(line.text, line.bold == line.text, source)
