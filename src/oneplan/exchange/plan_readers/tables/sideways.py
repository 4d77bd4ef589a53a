"""Tables that lie on their side: the headers stand in the first column, each action in one of its own."""

from __future__ import annotations

from dataclasses import replace

from oneplan.exchange.plan_readers.blocks import Cell, Row, Table
from oneplan.exchange.plan_readers.tables.header_cells import read_header
from oneplan.exchange.plan_readers.tables.roles import Role

_MOST_ROWS = 40
_FEWEST_ROLES = 3
_CERTAIN = 0.75


def upright(table: Table) -> Table:
    """The table with its headers on top; a table that stands already is given back as it is."""
    if not _lies(table):
        return table
    columns = [[_at(row, column) for row in table.rows] for column in range(1, table.columns + 1)]
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
    return replace(table, rows=rows, columns=len(table.rows))


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
