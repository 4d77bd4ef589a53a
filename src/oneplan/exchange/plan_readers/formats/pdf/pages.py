"""One page as blocks in reading order: ruled tables, tables without rules, columns and prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oneplan.exchange.plan_readers.blocks import Block, Cell, Line, ListItem, Paragraph, Row, Table
from oneplan.exchange.plan_readers.formats.pdf.columns import (
    Zone,
    is_newspaper,
    looks_like_table,
    table_rows,
    zones_of,
)
from oneplan.exchange.plan_readers.formats.pdf.joining import Joiner, Passage
from oneplan.exchange.plan_readers.formats.pdf.rules import Grid, drawn_segments, grids_of
from oneplan.exchange.plan_readers.formats.pdf.striped import striped_grids
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word, lines_of
from oneplan.exchange.plan_readers.formats.table_shapes import as_blocks, table_of
from oneplan.vocabulary.findings import Source

_USUAL_GUTTER = 18.0
_WIDEST_PADDING = 9.0
CellLines = tuple[list[TextLine], float]


@dataclass(frozen=True, slots=True)
class Sized:
    """A block and the type size it was set in, 0 for tables."""

    block: Block
    size: float = 0.0
    bold: bool = False


@dataclass(slots=True)
class PageParts:
    """What a page is made of: its words and the lines drawn on it."""

    number: int
    words: list[Word]
    edges: Sequence[dict[str, Any]]


class PageReader:
    """Turns a page's characters and drawn lines into blocks; remembers words from page to page."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._joiner = Joiner()
        self._tables = 0
        self._right = 0.0
        self._gutters: list[tuple[float, float]] = []

    def read(self, page: PageParts, running: set[int]) -> Iterator[Sized]:
        """The page's blocks in reading order, without the words whose ids are in ``running``."""
        across, down = drawn_segments(page.edges)
        words = [word for word in page.words if id(word) not in running]
        grids = grids_of(across, down)
        grids += striped_grids(across, words, grids)
        held, free = _shared_out(words, grids)
        self._right = max(
            [word.x1 for word in words] + [grid.xs[-1] for grid in grids], default=0.0
        )
        return self._in_order(page.number, grids, held, free)

    def _in_order(
        self, number: int, grids: list[Grid], held: list[dict[int, list[Word]]], free: list[Word]
    ) -> Iterator[Sized]:
        """Tables and the text between them, from top to bottom."""
        order = sorted(range(len(grids)), key=lambda index: grids[index].ys[0])
        lines = lines_of(free)
        self._joiner.learn(lines)
        cells = [_lined(grids[index], held[index]) for index in range(len(grids))]
        for each in cells:
            for line, edge in each.values():
                self._joiner.learn(line, edge)
        at = 0
        for index in order:
            end = at
            while end < len(lines) and lines[end].top < grids[index].ys[0]:
                end += 1
            yield from self._text(number, lines[at:end])
            at = end
            yield from self._ruled(number, grids[index], cells[index])
        yield from self._text(number, lines[at:])

    def _ruled(self, number: int, grid: Grid, lined: Mapping[int, CellLines]) -> Iterator[Sized]:
        self._tables += 1
        source = Source(self._file, page=number, table=self._tables)
        texts = {
            index: self._cell_lines(
                lines, grid.xs[grid.cells[index].column + grid.cells[index].columns] - 2.0, edge
            )
            for index, (lines, edge) in lined.items()
        }
        rows = []
        for row in range(len(grid.ys) - 1):
            cells = []
            for column in range(len(grid.xs) - 1):
                index = grid.owner[row, column]
                cell = grid.cells[index]
                if cell.column != column:
                    continue
                covered = cell.row != row
                place = Source(
                    self._file, page=number, table=self._tables, row=row + 1, column=column + 1
                )
                lines = () if covered else texts.get(index, ())
                cells.append(Cell(lines, column + 1, cell.columns, covered, source=place))
            if any(cell.lines or cell.covered for cell in cells):
                place = Source(self._file, page=number, table=self._tables, row=row + 1)
                rows.append(Row(tuple(cells), place))
        table = table_of(rows, source) if rows else None
        if table is not None:
            yield from (Sized(block) for block in as_blocks(table))

    def _cell_lines(self, lines: list[TextLine], right: float, edge: float) -> tuple[Line, ...]:
        return tuple(self._line(passage) for passage in self._joiner.passages(lines, right, edge))

    def _line(self, passage: Passage) -> Line:
        text = self._joiner.text(passage)
        bold = text if passage.bold else passage.bold_start
        return Line(
            text,
            passage.mark is not None,
            passage.level if passage.mark else 0,
            bold if text.startswith(bold) else "",
        )

    def _text(self, number: int, lines: Sequence[TextLine]) -> Iterator[Sized]:
        zones = list(zones_of(lines))
        newspaper = next((zone for zone in zones if is_newspaper(zone)), None)
        for zone in zones:
            if zone.gutters and (is_newspaper(zone) or _alike(zone, newspaper)):
                for column in range(len(zone.gutters) + 1):
                    pieces = zone.pieces(column)
                    yield from self._prose(number, pieces, self._edge(zone, column, pieces))
            elif zone.gutters and self._is_table(zone):
                yield from self._table_without_rules(number, zone)
            else:
                yield from self._prose(number, zone.whole_lines(), self._right)

    def _is_table(self, zone: Zone) -> bool:
        """Whether the zone is a table, perhaps the rest of the one before it."""
        zone.take_gutters(self._gutters)
        return looks_like_table(zone)

    def _edge(self, zone: Zone, column: int, pieces: Sequence[TextLine]) -> float:
        """How far to the right the text of a column may reach."""
        widest = max((piece.x1 for piece in pieces), default=self._right)
        if column == len(zone.gutters):
            return self._right
        return widest if len(pieces) > 3 else max(widest, zone.gutters[column][1] - _USUAL_GUTTER)

    def _prose(self, number: int, lines: Sequence[TextLine], right: float) -> Iterator[Sized]:
        source = Source(self._file, page=number)
        for passage in self._joiner.passages(lines, right):
            text = self._joiner.text(passage)
            if not text:
                continue
            if passage.mark:
                item = ListItem(text, passage.level, passage.mark.marker, source)
                yield Sized(item, passage.size, passage.bold)
            else:
                yield Sized(Paragraph(text, passage.bold, source), passage.size, passage.bold)

    def _table_without_rules(self, number: int, zone: Zone) -> Iterator[Sized]:
        self._tables += 1
        self._gutters = zone.gutters
        rights = [left for left, _ in zone.gutters]
        rights.append(max(piece.x1 for line in zone.lines for piece in line))
        rows = []
        for at, columns in enumerate(table_rows(zone), start=1):
            place = Source(self._file, page=number, table=self._tables, row=at)
            cells = tuple(
                Cell(
                    tuple(
                        self._line(passage)
                        for passage in self._joiner.passages(pieces, rights[column])
                    ),
                    column + 1,
                    source=Source(
                        self._file, page=number, table=self._tables, row=at, column=column + 1
                    ),
                )
                for column, pieces in enumerate(columns)
            )
            rows.append(Row(cells, place))
        table = table_of(rows, Source(self._file, page=number, table=self._tables))
        if isinstance(table, Table):
            yield Sized(table)


def _lined(grid: Grid, held: Mapping[int, list[Word]]) -> dict[int, CellLines]:
    """The lines of each cell and how far to the right its text may reach.

    The white to the right of a cell's text is taken to be as wide as that to the left.
    """
    lined = {index: lines_of(words) for index, words in held.items()}
    padding = min(
        (
            line.x0 - grid.xs[grid.cells[index].column]
            for index, lines in lined.items()
            for line in lines
        ),
        default=0.0,
    )
    padding = min(max(padding, 0.0), _WIDEST_PADDING)
    found = {}
    for index, lines in lined.items():
        cell = grid.cells[index]
        reach = max(line.x1 for line in lines)
        found[index] = (lines, max(grid.xs[cell.column + cell.columns] - padding, reach))
    return found


def _shared_out(
    words: Sequence[Word], grids: Sequence[Grid]
) -> tuple[list[dict[int, list[Word]]], list[Word]]:
    """The words of each cell of each grid, and those outside all grids."""
    held: list[dict[int, list[Word]]] = [{} for _ in grids]
    free: list[Word] = []
    inner_first = sorted(range(len(grids)), key=lambda index: _area(grids[index]))
    for word in words:
        x = min(word.x0 + 2.0, (word.x0 + word.x1) / 2)
        for index in inner_first:
            cell = grids[index].cell_at(x, word.middle)
            if cell is not None:
                held[index].setdefault(cell, []).append(word)
                break
        else:
            free.append(word)
    return held, free


def _alike(zone: Zone, other: Zone | None) -> bool:
    """Whether two zones have one gutter each, in the same place."""
    if other is None or len(zone.gutters) != 1 or len(other.gutters) != 1:
        return False
    (left, right), (other_left, other_right) = zone.gutters[0], other.gutters[0]
    return left < other_right and other_left < right


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])
