"""What every file format is read into before anyone asks what it means: blocks in reading order.

The formats know nothing of plans, and what reads plans knows nothing of formats: blocks are the wall
between them. The check page shows the same blocks as "the source".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from oneplan.vocabulary.findings import Finding, Source


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a cell or paragraph. ``bullet`` marks a list item, ``level`` its depth from 1.

    ``underlined`` and ``bold`` hold the words so marked at the start of the line, "" where none are.
    """

    text: str
    bullet: bool = False
    level: int = 0
    bold: str = ""
    underlined: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. ``spans`` is the columns it covers, ``covered`` that a merged cell above reaches it.

    ``header`` is set where the format itself says so (th, a repeated header row); ``column`` counts
    from 1 on the table's own grid.
    """

    lines: tuple[Line, ...]
    column: int
    spans: int = 1
    covered: bool = False
    header: bool = False
    source: Source = field(default_factory=Source)

    @property
    def text(self) -> str:
        """The cell's lines joined with spaces."""
        lines = self.lines
        if len(lines) == 1:
            return lines[0].text
        return " ".join([line.text for line in lines]) if lines else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its cells in column order, empty ones included."""

    cells: tuple[Cell, ...]
    source: Source = field(default_factory=Source)

    @property
    def empty(self) -> bool:
        """Whether no cell holds text."""
        return not any(cell.lines for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the format says it (style, h1, #); ``level`` from 1."""

    text: str
    level: int
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``bold`` where the whole of it is bold, as headings often are."""

    text: str
    bold: bool = False
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item outside a table; ``marker`` as printed ("•", "1.", "a)")."""

    text: str
    level: int = 1
    marker: str = "•"
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, ``columns`` wide. ``title`` is the caption or the sheet's name where it has one.

    ``may_go_on`` is False where the format shows that its first row is no rest of a row cut before it.
    """

    rows: tuple[Row, ...]
    columns: int
    title: str | None = None
    source: Source = field(default_factory=Source)
    may_go_on: bool = True


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file read into blocks, with what was noticed on the way (comments, hidden rows, footnotes …)."""

    name: str
    format: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()

    def tables(self) -> Iterator[Table]:
        """The tables in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))


class UnreadableFile(Exception):
    """The file cannot be read at all. ``str()`` is one sentence; ``cure`` says what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure
