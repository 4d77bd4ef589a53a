"""Short ways to write blocks by hand, and the grid of texts that a table comes down to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oneplan.exchange.plan_readers.blocks import Block, Cell, Line, Row, Table

Written = str | Cell | Sequence[str]


def cell(written: Written, column: int = 1, *, header: bool = False) -> Cell:
    """A cell of a text, or of lines; a line that begins with "•" is a list item, "••" a nested one."""
    if isinstance(written, Cell):
        return written
    texts = [written] if isinstance(written, str) else list(written)
    lines = tuple(_line(text) for text in texts if text)
    return Cell(lines, column, header=header)


def _line(text: str) -> Line:
    level = len(text) - len(text.lstrip("•"))
    return Line(text.lstrip("• "), level > 0, level)


def table(*rows: Sequence[Written], header_rows: int = 1, title: str | None = None) -> Table:
    """A table of texts, its first rows marked as header."""
    made = tuple(
        Row(
            tuple(
                cell(written, column, header=number < header_rows)
                for column, written in enumerate(row, start=1)
            )
        )
        for number, row in enumerate(rows)
    )
    return Table(made, max(len(row) for row in rows), title)


def merged(rows: Sequence[Row], column: int, first: int, last: int) -> tuple[Row, ...]:
    """The rows with the cells of one column, from row index ``first`` to ``last``, made one cell."""
    changed = []
    for number, row in enumerate(rows):
        if first < number <= last:
            cells = tuple(
                Cell((), each.column, each.spans, covered=True) if each.column == column else each
                for each in row.cells
            )
            changed.append(Row(cells))
        else:
            changed.append(row)
    return tuple(changed)


def grid(read: Table) -> list[list[str]]:
    """The texts of a table row by row; a cell that covers several columns is followed by blanks."""
    return [_texts(row, read.columns) for row in read.rows]


def _texts(row: Row, columns: int) -> list[str]:
    texts = [""] * columns
    for each in row.cells:
        if each.column <= columns:
            texts[each.column - 1] = each.text
    return texts


def texts_of(blocks: Iterable[Block]) -> list[str]:
    """All texts in reading order, cell by cell, empty ones left out."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found.extend(each.text for row in block.rows for each in row.cells if each.lines)
        else:
            found.append(block.text)
    return found


def pages_of_table(written: Table, rows_per_page: int | None, repeat_header: bool) -> list[Table]:
    """The table cut after every so many rows, its header rows first on each part if asked for."""
    if not rows_per_page:
        return [written]
    count = next(
        (n for n, row in enumerate(written.rows) if not any(c.header for c in row.cells)),
        len(written.rows),
    )
    header, body = written.rows[:count], written.rows[count:]
    parts = [body[at : at + rows_per_page] for at in range(0, len(body), rows_per_page)] or [()]
    return [
        Table(
            (*(header if repeat_header or number == 0 else ()), *part),
            written.columns,
            written.title,
        )
        for number, part in enumerate(parts)
    ]
