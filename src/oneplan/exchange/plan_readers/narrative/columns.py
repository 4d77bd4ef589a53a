"""Tables that are no action table: parallel columns, rows under cues, elements side by side.

Three shapes are told apart. *Parallel*: a header row of cues (outcome measures | action priorities)
over columns that each go on downwards, over page breaks too. *Sideways*: a first column of cues with
one element in each further column. *Said and done*: "you said | we did". Anything else is kept row
by row, its cells joined by a bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oneplan.document.schema import Element
from oneplan.exchange.plan_readers.blocks import Cell, Row, Table
from oneplan.exchange.plan_readers.narrative.cues import CONTAINERS, Cue, Role, heading_cue
from oneplan.exchange.plan_readers.narrative.labels import kind_of_container, titled
from oneplan.exchange.plan_readers.narrative.unit import Unit, clean
from oneplan.vocabulary.findings import Source


@dataclass(frozen=True, slots=True)
class ColumnCue:
    """What a column holds."""

    column: int
    cue: Cue


def filled(row: Row) -> list[Cell]:
    """The cells of a row that hold text."""
    return [cell for cell in row.cells if any(letter.isalnum() for letter in cell.text)]


def header_cues(row: Row) -> list[ColumnCue]:
    """The roles of the columns under a header row; empty where the row is no such header."""
    cells = filled(row)
    if len(cells) < 2:
        return []
    cues = [(cell, heading_cue(clean(cell.text))) for cell in cells]
    known = [ColumnCue(cell.column, cue) for cell, cue in cues if cue]
    return known if len(known) >= 2 and len(known) * 2 >= len(cells) else []


def is_sideways(table: Table) -> bool:
    """Whether the first column holds cues and each other column an element."""
    rows = [row for row in table.rows if filled(row)]
    if len(rows) < 2 or table.columns < 2:
        return False
    heads = [clean(row.cells[0].text) for row in rows if row.cells]
    cued = sum(1 for head in heads if head and heading_cue(head))
    named = sum(1 for head in heads if head)
    return cued >= 2 and cued * 2 > named


def units_of_cell(cell: Cell) -> Iterator[Unit]:
    """The lines of a cell as units; a line that is wholly bold is a heading of the cell."""
    for line in cell.lines:
        text = clean(line.text)
        if not any(letter.isalnum() for letter in text):
            continue
        source = cell.source if cell.source != Source() else Source()
        if line.bullet:
            yield Unit("item", text, line.level, "•", source=source)
        else:
            bold = bool(line.bold) and clean(line.bold) == text
            yield Unit("text", text, bold=bold, source=source)


@dataclass(slots=True)
class Side:
    """An element that a column of a sideways table holds."""

    column: int
    element: Element


def sides(rows: Sequence[Row], cues: Sequence[Cue | None]) -> tuple[list[Side], int | None]:
    """The elements that stand side by side, and the number of the row that names them.

    A row under "outcomes" or "priorities" names them; else the first row whose head is empty or no
    cue and whose other cells are titles; else the row that says who leads.
    """
    at = _naming_row(rows, cues)
    if at is None:
        return [], None
    cue = cues[at]
    kind, label = (
        kind_of_container(cue.label) if cue and cue.role in CONTAINERS else ("priority", None)
    )
    found = []
    for cell in filled(rows[at]):
        if cell.column == 1:
            continue
        element = titled(clean(cell.text), kind, label, cell.source)
        found.append(Side(cell.column, element))
    return found, at


def _naming_row(rows: Sequence[Row], cues: Sequence[Cue | None]) -> int | None:
    roles: list[Role | None] = [cue.role if cue else None for cue in cues]
    for at, role in enumerate(roles):
        if role in CONTAINERS and len(filled(rows[at])) >= 3:
            return at
    for at, role in enumerate(roles):
        others = [cell for cell in filled(rows[at]) if cell.column > 1]
        if (
            role is None
            and len(others) >= 2
            and all(len(cell.text.split()) <= 25 for cell in others)
        ):
            return at
    return next((at for at, role in enumerate(roles) if role == "lead"), None)
