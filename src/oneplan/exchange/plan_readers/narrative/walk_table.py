"""Reads the tables of a narrative plan into its outline, in the shapes of ``columns``."""

from __future__ import annotations

from oneplan.exchange.plan_readers.blocks import Table
from oneplan.exchange.plan_readers.narrative.columns import filled, header_cues, is_sideways
from oneplan.exchange.plan_readers.narrative.cues import Role
from oneplan.exchange.plan_readers.narrative.outline import Outline
from oneplan.exchange.plan_readers.narrative.parallel import ParallelColumns
from oneplan.exchange.plan_readers.narrative.sideways import Sideways

_HEADER_WITHIN = 4


class TableWalk:
    """Reads tables one after another; columns go on from one to the next over page breaks."""

    def __init__(self, outline: Outline) -> None:
        self._parallel = ParallelColumns(outline)
        self._sideways = Sideways(outline)

    def remember(self, role: Role) -> None:
        """Note a role announced above a table: columns printed one after another may go on as a table."""
        self._parallel.remember(role)

    def read(self, table: Table) -> bool:
        """Read the table into the outline; False where it is of none of the known shapes."""
        rows = [row for row in table.rows if filled(row)]
        if not rows:
            return True
        headed = any(header_cues(row) for row in rows[:_HEADER_WITHIN])
        if self._sideways.goes_on(table, rows):
            self._sideways.read(rows)
        elif is_sideways(table) and self._sideways.begin(rows, table.columns):
            pass
        elif headed or self._parallel.goes_on(table.columns):
            self._parallel.read(rows, table.columns, headed=headed)
        else:
            return False
        return True
