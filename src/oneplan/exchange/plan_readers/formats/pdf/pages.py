"""One page as blocks in reading order: ruled tables, tables without rules, columns and prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from oneplan.exchange.plan_readers.blocks import Block, Cell, ListItem, Paragraph, Row, Table
from oneplan.exchange.plan_readers.formats.noticed import Noticed
from oneplan.exchange.plan_readers.formats.pdf.columns import (
    Zone,
    is_newspaper,
    looks_like_table,
    table_rows,
    zones_of,
)
from oneplan.exchange.plan_readers.formats.pdf.joining import Joiner
from oneplan.exchange.plan_readers.formats.pdf.margins import Margin
from oneplan.exchange.plan_readers.formats.pdf.page_breaks import PageBreaks
from oneplan.exchange.plan_readers.formats.pdf.painted import Light
from oneplan.exchange.plan_readers.formats.pdf.ruled import RuledTable, line_of_meaning
from oneplan.exchange.plan_readers.formats.pdf.rules import (
    Box,
    Grid,
    Segment,
    drawn_segments,
    grids_of,
)
from oneplan.exchange.plan_readers.formats.pdf.shaded import grids_beside, stacked, with_all_walls
from oneplan.exchange.plan_readers.formats.pdf.sidebars import holds, sidebars
from oneplan.exchange.plan_readers.formats.pdf.striped import striped_grids
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word, lines_of
from oneplan.exchange.plan_readers.formats.table_shapes import table_of
from oneplan.vocabulary.findings import Source

_USUAL_GUTTER = 18.0
_TALL = 0.11
"""Lines of a table this high, as a share of the page, are its own though they recur like a header."""


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
    size: tuple[int, int] = (0, 0)
    """Its width and height in points."""
    lights: Sequence[Light] = ()
    labels: Sequence[Word] = ()
    """Lines of text on their side, each as one tall word."""
    margin: Margin = field(default_factory=lambda: Margin({}, {}, []))
    """What may be a running header or footer."""


class PageReader:
    """Turns a page's characters and drawn lines into blocks; remembers words from page to page."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.joiner = Joiner()
        self.breaks = PageBreaks()
        self.noticed = Noticed()
        self._tables = 0
        self._right = 0.0
        self._rights: dict[tuple[int, int], float] = {}
        self._gutters: list[tuple[float, float]] = []

    def read(self, page: PageParts, running: set[int]) -> Iterator[Sized]:
        """The page's blocks in reading order, without the words whose ids are in ``running``."""
        drawn = drawn_segments(page.edges)
        ruled, boxes = grids_of(*drawn)
        tall = [grid for grid in ruled if grid.ys[-1] - grid.ys[0] > _TALL * page.size[1]]
        words = [
            word
            for word in page.words
            if id(word) not in running or any(_is_within(word, grid) for grid in tall)
        ]
        grids, asides = _drawn(ruled, boxes, drawn[0], words)
        apart = [[word for word in words if holds(box, word)] for box in asides]
        taken = {id(word) for own in apart for word in own}
        words = [word for word in words if id(word) not in taken]
        held, free = _shared_out(words, grids)
        _add_labels(page.labels, grids, held)
        reach = [word.x1 for word in words] + [grid.xs[-1] for grid in grids]
        self._right = max([self._rights.get(page.size, 0.0), *reach])
        self._rights[page.size] = self._right
        lines = lines_of(free)
        self.joiner.learn(lines)
        yield from self._in_order(page, self._tables_of(page.number, grids, held), lines)
        self._end_page(page, grids, lines)
        for box, own in zip(asides, apart, strict=True):
            self._right = box.x1
            yield from self._text(page.number, lines_of(own))

    def _tables_of(
        self, page: int, grids: list[Grid], held: list[dict[int, list[Word]]]
    ) -> list[RuledTable]:
        tables = []
        for grid, words in zip(grids, held, strict=True):
            self._tables += 1
            tables.append(RuledTable.of(grid, words, page, self._tables, self._file))
            for text in tables[-1].texts.values():
                self.joiner.learn(text.lines, text.edge)
        return tables

    def _in_order(
        self, page: PageParts, tables: Sequence[RuledTable], lines: Sequence[TextLine]
    ) -> Iterator[Sized]:
        """Tables and the text between them, from top to bottom."""
        at = 0
        for number, ruled in enumerate(tables):
            end = at
            while end < len(lines) and lines[end].top < ruled.grid.ys[0]:
                end += 1
            yield from self._text(page.number, lines[at:end])
            at = end
            yield from self._ruled(ruled, page, first=number == end == 0)
        yield from self._text(page.number, lines[at:])

    def _end_page(self, page: PageParts, grids: Sequence[Grid], lines: Sequence[TextLine]) -> None:
        """Tell how far down the page is filled and whether text stands below its last table."""
        bottom = max((grid.ys[-1] for grid in grids), default=0.0)
        marginal = page.margin.ids()
        text = [line for line in lines if id(line.words[0]) not in marginal]
        lowest = max((line.bottom for line in text), default=0.0)
        below = any(line.top >= grids[-1].ys[0] for line in text) if grids else bool(text)
        self.breaks.end_page(page.size, max(bottom, lowest), text_below=below)

    def _ruled(self, ruled: RuledTable, page: PageParts, *, first: bool) -> Iterator[Sized]:
        for block in ruled.blocks(self.joiner):
            if isinstance(block, Table):
                self.breaks.see(ruled, block, page.size, first=first)
                if ruled.has_lights_only(page.lights):
                    self.noticed.see("colour-without-words", ruled.place())
            yield Sized(block)

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
        for passage in self.joiner.passages(lines, right):
            text = self.joiner.text(passage)
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
                        line_of_meaning(passage, self.joiner)
                        for passage in self.joiner.passages(pieces, rights[column])
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


def _is_within(word: Word, grid: Grid) -> bool:
    return grid.cell_at(word.x0 + 1.0, word.middle) is not None


def _drawn(
    ruled: list[Grid], boxes: list[Box], across: Sequence[Segment], words: Sequence[Word]
) -> tuple[list[Grid], list[Box]]:
    """The tables drawn on a page and its boxes of equal rank, from top to bottom; its sidebars."""
    asides = sidebars(boxes, ruled, words)
    ruled = stacked(ruled, words)
    ruled = [
        with_all_walls(grid, held)
        for grid, held in zip(ruled, _shared_out(words, ruled)[0], strict=True)
    ]
    grids = [*ruled, *grids_beside([box for box in boxes if box not in asides], words)]
    grids += striped_grids(across, words, grids)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0])), asides


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


def _add_labels(
    labels: Sequence[Word], grids: Sequence[Grid], held: Sequence[dict[int, list[Word]]]
) -> None:
    """Put text on its side into the cells that hold nothing else, as labels of merged rows do."""
    for grid, words in zip(grids, held, strict=True):
        own: dict[int, list[Word]] = {}
        for label in labels:
            cell = grid.cell_at((label.x0 + label.x1) / 2, label.middle)
            if cell is not None and cell not in words:
                own.setdefault(cell, []).append(label)
        words.update(own)


def _alike(zone: Zone, other: Zone | None) -> bool:
    """Whether two zones have one gutter each, in the same place."""
    if other is None or len(zone.gutters) != 1 or len(other.gutters) != 1:
        return False
    (left, right), (other_left, other_right) = zone.gutters[0], other.gutters[0]
    return left < other_right and other_left < right


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])
