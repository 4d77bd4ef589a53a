"""Tables as they are written to a workbook and come back from it, and how a text stands in a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FORM = 1
"""Which arrangement of sheets and columns a workbook has; a later one is not read by an earlier program."""
LONGEST = 30_000
"""Characters of a cell: Excel holds 32,767."""
_CUT = " … (this goes on in the plan; change it there)"
_RUNS = re.compile(
    r"'*[=+\-@＝＋－＠|%]"
)  # what a spreadsheet may take for the beginning of a formula
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠|%]")
_NEVER_IN_A_CELL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header and its width in characters."""

    header: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its columns, and each row as the texts of its cells."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook was made of: the plan's address, its revision, and the mark of both in the history."""

    plan: str
    revision: int
    mark: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that came back: its number in the sheet, and the text of each cell by its column's header.

    ``silent`` says of cells that hold something and say nothing what they hold: "an error".
    """

    number: int
    cells: Mapping[str, str]
    silent: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, header: str) -> str:
        """What stands in a column; empty where nothing does, or there is no such column."""
        return self.cells.get(header, "")


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet that came back: its known headers, the others, those that are missing or stand there twice,
    and its rows that say something.
    """

    name: str
    headers: frozenset[str]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    doubled: tuple[str, ...]
    rows: tuple[ReadRow, ...]


def as_cell(text: str) -> str:
    """A text as it stands in a cell: no line is empty, nothing is a formula, nothing too long."""
    text = plain(text)
    if len(text) > LONGEST:
        text = text[:LONGEST].rstrip() + _CUT
    return f"'{text}" if _RUNS.match(text) else text


def from_cell(cell: str) -> str:
    """The text that a cell stands for."""
    text = plain(cell)
    return text[1:] if _GUARDED.match(text) else text


def is_cut(text: str) -> bool:
    """Whether a text is too long for a cell, so that what comes back is not all of it."""
    return len(plain(text)) > LONGEST


def plain(text: str) -> str:
    """A text in lines without spaces around them, and without what no cell can hold."""
    text = _NEVER_IN_A_CELL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)
