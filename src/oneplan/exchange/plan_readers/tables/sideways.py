"""Tables that lie on their side: the headers stand in the first column, each action in one of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from oneplan.exchange.plan_readers.blocks import Cell, Line, Row, Table
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.roles import Role

_MOST_ROWS = 40
_FEWEST_ROLES = 3
_CERTAIN = 0.75
_NUMBERED_ACTION = re.compile(
    r"(?:key )?(?:action|activity|commitment|deliverable|task)\s+(?:no\.?\s*|number\s+)?"
    r"(?P<number>[A-Z]{0,3}\s?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\s*:?",
    re.IGNORECASE,
)


def upright(table: Table) -> Table:
    """The table with its headers on top; a table that stands already is given back as it is."""
    if not _lies(table):
        return table
    columns = [[_at(row, column) for row in table.rows] for column in range(1, table.columns + 1)]
    columns = _with_reference(columns)
    rows = tuple(
        Row(
            tuple(
                replace(cell, column=place, spans=1, covered=False)
                for place, cell in enumerate(cells, start=1)
            ),
            cells[0].source,
        )
        for cells in columns
    )
    return replace(table, rows=rows, columns=len(rows[0].cells))


def _with_reference(columns: list[list[Cell]]) -> list[list[Cell]]:
    """A card headed "Action 1.2" holds the action's reference in its header."""
    named = next(
        (match for cell in columns[0] if (match := _NUMBERED_ACTION.fullmatch(cell.text))), None
    )
    if named is None or len(columns) != 2:
        return columns
    header = replace(columns[0][0], lines=(Line("Ref"),))
    own = replace(columns[1][0], lines=(Line(named["number"]),))
    return [[header, *columns[0]], [own, *columns[1]]]


def _lies(table: Table) -> bool:
    if table.columns < 2 or not _FEWEST_ROLES <= len(table.rows) <= _MOST_ROWS:
        return False
    first = [_at(row, 1).text for row in table.rows]
    roles = _roles(first)
    top = _roles([cell.text for cell in table.rows[0].cells])
    known = len(roles) >= _FEWEST_ROLES and len(roles) * 10 >= len(table.rows) * 6
    return known and "action" in roles and len(top) < 2


def _roles(texts: list[str]) -> set[Role]:
    readings = [read_header(text) for text in texts]
    return {
        reading.role
        for reading in readings
        if reading.role is not None and reading.sure >= _CERTAIN
    }


def _at(row: Row, column: int) -> Cell:
    return next((cell for cell in row.cells if cell.column == column), Cell((), column))
