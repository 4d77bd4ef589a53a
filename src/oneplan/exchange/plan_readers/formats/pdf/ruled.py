"""A ruled table: the words between its rules as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oneplan.exchange.plan_readers.blocks import Block, Cell, Line, Row
from oneplan.exchange.plan_readers.formats.pdf.joining import Joiner, Passage
from oneplan.exchange.plan_readers.formats.pdf.painted import Light
from oneplan.exchange.plan_readers.formats.pdf.rules import Grid
from oneplan.exchange.plan_readers.formats.pdf.words import TextLine, Word, lines_of
from oneplan.exchange.plan_readers.formats.table_shapes import as_blocks, table_of
from oneplan.exchange.plan_readers.formats.traffic_lights import TrafficLights
from oneplan.vocabulary.findings import Source

_WIDEST_PADDING = 9.0
_OF_THE_RULE = 2.0


@dataclass(frozen=True, slots=True)
class CellText:
    """The lines of a cell, how far to the right its words may reach, and where its column ends."""

    lines: list[TextLine]
    edge: float
    right: float


@dataclass(slots=True)
class RuledTable:
    """A grid with the text of its cells; ``number`` counts the tables of the document from 1."""

    grid: Grid
    texts: dict[int, CellText]
    page: int
    number: int
    file: str

    @classmethod
    def of(
        cls, grid: Grid, held: Mapping[int, list[Word]], page: int, number: int, file: str
    ) -> RuledTable:
        """The table of the words that each cell of the grid holds."""
        return cls(grid, _texts(grid, held), page, number, file)

    def blocks(self, joiner: Joiner) -> Iterator[Block]:
        """The table, or what stands in it where it is only a box."""
        rows = [self._row(at, joiner) for at in self.filled_rows()]
        table = table_of(rows, self._place()) if rows else None
        if table is not None:
            yield from as_blocks(table)

    def filled_rows(self) -> list[int]:
        """The rows of the grid that become rows of the table: those with text, or reached from above."""
        grid = self.grid
        kept = []
        for row in range(len(grid.ys) - 1):
            cells = {grid.owner[row, column] for column in range(len(grid.xs) - 1)}
            if any(index in self.texts or grid.cells[index].row != row for index in cells):
                kept.append(row)
        return kept

    def has_lights_only(self, lights: Sequence[Light]) -> bool:
        """Whether a column says something by red, amber and green alone."""
        seen = TrafficLights()
        grid = self.grid
        painted: dict[int, dict[int, str]] = {}
        for light in lights:
            index = grid.cell_at((light.x0 + light.x1) / 2, (light.top + light.bottom) / 2)
            if index is not None and index not in self.texts:
                cell = grid.cells[index]
                painted.setdefault(cell.row, {})[cell.column] = light.colour
        for row, colours in painted.items():
            owners = {grid.owner[row, column] for column in range(len(grid.xs) - 1)}
            seen.take(len(owners & self.texts.keys()), colours.items())
        return seen.speak

    def _row(self, row: int, joiner: Joiner) -> Row:
        cells = []
        for column in range(len(self.grid.xs) - 1):
            index = self.grid.owner[row, column]
            cell = self.grid.cells[index]
            if cell.column != column:
                continue
            covered = cell.row != row
            text = None if covered else self.texts.get(index)
            lines = lines_of_meaning(text, joiner) if text else ()
            place = self._place(row=row + 1, column=column + 1)
            cells.append(Cell(lines, column + 1, cell.columns, covered, source=place))
        return Row(tuple(cells), self._place(row=row + 1))

    def place(self) -> Source:
        """Where the table stands."""
        return self._place()

    def _place(self, row: int | None = None, column: int | None = None) -> Source:
        return Source(self.file, page=self.page, table=self.number, row=row, column=column)


def lines_of_meaning(text: CellText, joiner: Joiner) -> tuple[Line, ...]:
    """The paragraphs and list items of a cell."""
    passages = joiner.passages(text.lines, text.right, text.edge)
    return tuple(line_of_meaning(passage, joiner) for passage in passages)


def line_of_meaning(passage: Passage, joiner: Joiner) -> Line:
    """A paragraph or list item of a cell."""
    text = joiner.text(passage)
    bold = text if passage.bold else passage.bold_start
    return Line(
        text,
        passage.mark is not None,
        passage.level if passage.mark else 0,
        bold if text.startswith(bold) else "",
    )


def _texts(grid: Grid, held: Mapping[int, list[Word]]) -> dict[int, CellText]:
    """The text of each cell that holds any.

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
        rule = grid.xs[cell.column + cell.columns]
        reach = max(line.x1 for line in lines)
        found[index] = CellText(lines, max(rule - padding, reach), rule - _OF_THE_RULE)
    return found
