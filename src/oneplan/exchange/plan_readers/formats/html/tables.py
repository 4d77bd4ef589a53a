"""HTML tables on their grid: rowspan and colspan, header cells, captions, tables that only lay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from oneplan.exchange.plan_readers.blocks import Cell, Line, Row
from oneplan.exchange.plan_readers.formats.html.elements import (
    HEADINGS,
    is_hidden,
    line_of,
    tag_of,
    words_inside,
)
from oneplan.exchange.plan_readers.formats.html.words import See, Words
from oneplan.exchange.plan_readers.formats.marked_text import LineBuilder
from oneplan.exchange.plan_readers.limits import LIMITS
from oneplan.vocabulary.findings import Source

_GROUPS = frozenset({"thead", "tbody", "tfoot", "form"})
_LAYOUT_COLUMNS = 3


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The table's own rows, those of tables inside it left aside."""
    for child in table:
        tag = tag_of(child)
        if tag == "tr":
            yield child
        elif tag in _GROUPS:
            yield from rows_of(child)


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The row's own cells."""
    return [child for child in row if tag_of(child) in {"td", "th"}]


def caption_of(table: etree._Element) -> etree._Element | None:
    """The table's caption, None where it has none."""
    return next((child for child in table if tag_of(child) == "caption"), None)


def is_layout(table: etree._Element) -> bool:
    """Whether the table only arranges parts of the page."""
    if table.get("role") in {"presentation", "none"}:
        return True
    rows = [cells_of(row) for row in rows_of(table)]
    if any(tag_of(cell) == "th" for row in rows for cell in row):
        return False
    if max((len(row) for row in rows), default=0) > _LAYOUT_COLUMNS:
        return False
    return any(
        (tag_of(inner) == "table" and len(list(rows_of(inner))) > 1) or tag_of(inner) in HEADINGS
        for row in rows
        for cell in row
        for inner in cell.iter()
    )


@dataclass(slots=True)
class TableGrid:
    """Puts the rows of one table on a grid."""

    file: str
    number: int
    see: See
    most_columns: int = LIMITS.columns
    _reach: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Columns that a cell above still covers: how many rows, how many columns."""

    def rows(self, table: etree._Element) -> Iterator[Row]:
        """The table's rows, hidden ones left out."""
        number = 0
        for row in rows_of(table):
            number += 1
            if is_hidden(row):
                self.see("hidden-text", row, words_inside(row))
                continue
            source = Source(self.file, line=line_of(row), table=self.number, row=number)
            yield Row(tuple(self._cells(row, source)), source)

    def _cells(self, row: etree._Element, source: Source) -> Iterator[Cell]:
        elements = cells_of(row)
        all_headers = all(tag_of(element) == "th" for element in elements)
        parent = row.getparent()
        in_head = parent is not None and tag_of(parent) == "thead"
        pending = self._reach
        self._reach = {
            column: (below - 1, spans) for column, (below, spans) in pending.items() if below > 1
        }
        column = 1
        for number, element in enumerate(elements):
            for covered in _covered(pending, column, source):
                yield covered
                column = covered.column + covered.spans
            if column > self.most_columns:
                if words := " ".join(map(words_inside, elements[number:])).strip():
                    self.see("table-too-wide", row, words)
                return
            spans = min(_whole(element.get("colspan")), self.most_columns - column + 1)
            below = _whole(element.get("rowspan")) - 1
            if below:
                self._reach[column] = (below, spans)
            header = tag_of(element) == "th" and element.get("scope") not in {"row", "rowgroup"}
            yield Cell(
                self._lines(element),
                column,
                spans,
                header=header and (in_head or all_headers),
                source=_at(source, column),
            )
            column += spans
        for further in sorted(pending):
            if further >= column:
                yield from (Cell((), at, source=_at(source, at)) for at in range(column, further))
                spans = pending[further][1]
                yield Cell((), further, spans, covered=True, source=_at(source, further))
                column = further + spans

    def _lines(self, element: etree._Element) -> tuple[Line, ...]:
        builder = LineBuilder()
        words = Words(builder, self.see)
        words.add_text(element.text)
        for child in element:
            words.add(child)
            words.add_text(child.tail)
        return builder.lines()


def _covered(pending: dict[int, tuple[int, int]], column: int, source: Source) -> Iterator[Cell]:
    """The cells from ``column`` on that belong to a cell of a row above."""
    while column in pending:
        _, spans = pending.pop(column)
        yield Cell((), column, spans, covered=True, source=_at(source, column))
        column += spans


def _at(source: Source, column: int) -> Source:
    return Source(source.file, line=source.line, table=source.table, row=source.row, column=column)


def _whole(text: str | None) -> int:
    text = (text or "").strip()
    return max(1, min(int(text), 1000)) if text.isdecimal() and len(text) < 6 else 1
