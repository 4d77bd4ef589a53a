"""Reads the tables of a narrative plan into its outline: measures, sideways or parallel columns."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.schema import Measure
from oneplan.exchange.plan_readers.blocks import Row, Table
from oneplan.exchange.plan_readers.narrative.columns import filled, header_cues, is_sideways
from oneplan.exchange.plan_readers.narrative.cues import Role
from oneplan.exchange.plan_readers.narrative.outline import Outline
from oneplan.exchange.plan_readers.narrative.parallel import ParallelColumns
from oneplan.exchange.plan_readers.narrative.sideways import Sideways
from oneplan.exchange.plan_readers.tables.other_tables import measures_of_rows
from oneplan.exchange.plan_readers.tables.table_reader import OtherRows, TableReader

_HEADER_WITHIN = 4


def measures_of_table(table: Table) -> list[Measure]:
    """The measures of a table of indicators with baselines or targets; empty for any other table."""
    found: list[Measure] = []
    for event in TableReader({}, lambda _: False).read(table):
        if isinstance(event, OtherRows) and event.mapping is not None:
            found += measures_of_rows(event.rows, event.mapping)
    return found


class TableWalk:
    """Reads tables one after another; columns go on from one to the next over page breaks."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
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
        if self._sideways.goes_on(table, rows):
            self._sideways.read(rows)
            return True
        if is_sideways(table) and self._sideways.begin(rows, table.columns):
            return True
        return self._read_measures(table) or self._read_parallel(rows, table.columns)

    def _read_measures(self, table: Table) -> bool:
        measures = measures_of_table(table)
        if measures:
            self._outline.take_measures(measures, table.source)
        return bool(measures)

    def _read_parallel(self, rows: Sequence[Row], width: int) -> bool:
        headed = any(header_cues(row) for row in rows[:_HEADER_WITHIN])
        if headed or self._parallel.goes_on(width):
            self._parallel.read(rows, width, headed=headed)
            return True
        return False
