"""Tables that measure but list no actions: indicator, baseline, target."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.document.schema import Measure
from oneplan.exchange.plan_readers.blocks import Row
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Slots
from oneplan.exchange.plan_readers.tables.measure_cells import measures_of
from oneplan.exchange.plan_readers.tables.roles import ColumnMapping


def measures_of_rows(rows: Sequence[Row], mapping: ColumnMapping) -> list[Measure]:
    """The measures of a table with a baseline or target beside each; empty where it is no such table."""
    if not mapping.has("measures", "indicator") or not mapping.has("baseline", "target"):
        return []
    slots = Slots.of(mapping)
    headers = {known.header for known in mapping.columns}
    measures: list[Measure] = []
    for row in rows:
        if any(cell.text in headers for cell in row.cells if cell.lines):
            continue
        gathered = GatheredAction(row.source, None, slots.headers)
        for slot, cell in slots.filled(row):
            gathered.add(slot, cell, after_break=False)
        if gathered.slots("measures") or gathered.slots("indicator"):
            measures.extend(measures_of(gathered))
    return measures
