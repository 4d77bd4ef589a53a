"""The lines of a document that stand alone, and the proper names that they show."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oneplan.exchange.plan_readers.blocks import Block, SourceDocument, Table

_IN_A_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_SMALL = re.compile(r"\b[a-z]{3,}\b")


def lines_of(document: SourceDocument) -> list[str]:
    """The paragraphs, headings and list items, and the rows of tables that hold one text only."""
    return [line for block in document.blocks for line in _texts(block)]


def _texts(block: Block) -> list[str]:
    if not isinstance(block, Table):
        return [block.text]
    filled = ([cell for cell in row.cells if cell.lines] for row in block.rows)
    return [cells[0].text for cells in filled if len(cells) == 1]


def proper_names(lines: Iterable[str]) -> dict[str, str]:
    """The words that always have a capital within sentences, by how they look without it."""
    names: set[str] = set()
    small: set[str] = set()
    for line in lines:
        names.update(_IN_A_SENTENCE.findall(line))
        small.update(_SMALL.findall(line))
    return {name.lower(): name for name in names if name.lower() not in small}
