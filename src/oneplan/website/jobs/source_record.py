"""The source's blocks as the reading's folder keeps them: pieces in reading order, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from oneplan.exchange.plan_readers.blocks import (
    Block,
    Cell,
    Heading,
    ListItem,
    Row,
    SourceDocument,
    Table,
)
from oneplan.vocabulary.findings import Source

PieceKind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, list item or table row as it was in the file.

    ``cells`` are a row's texts, line by line, and ``columns`` the column of each, from 1; ``place`` is
    what :func:`place_key` makes of its source.
    """

    kind: PieceKind
    text: str
    place: str
    said: str
    cells: list[list[str]]
    columns: list[int] = field(default_factory=list)


def place_key(source: Source | None) -> str:
    """A place without its column: the same for a row and for what was read from its cells."""
    if source is None:
        return ""
    line = source.line if source.row is None else None
    parts = (source.sheet, source.page, source.table, source.row, line)
    return "|".join("" if part is None else str(part) for part in parts)


def pieces(document: SourceDocument) -> Iterator[Piece]:
    """The document's blocks, tables row by row."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                if not row.empty:
                    yield _row(row)
        else:
            yield _text(block)


def _text(block: Block) -> Piece:
    assert not isinstance(block, Table)  # noqa: S101 - told apart by the caller
    kind: PieceKind = "paragraph"
    if isinstance(block, Heading):
        kind = "heading"
    elif isinstance(block, ListItem):
        kind = "item"
    return Piece(kind, block.text, place_key(block.source), block.source.in_words(), [])


def _row(row: Row) -> Piece:
    filled = [cell for cell in row.cells if cell.lines]
    cells, columns = [_lines(cell) for cell in filled], [cell.column for cell in filled]
    return Piece("row", "", place_key(row.source), row.source.in_words(), cells, columns)


def _lines(cell: Cell) -> list[str]:
    return [line.text for line in cell.lines if line.text]
