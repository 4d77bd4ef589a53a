"""Tables that measure but list no actions: indicator, baseline, target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oneplan.document.schema import Measure
from oneplan.exchange.plan_readers.blocks import Row
from oneplan.exchange.plan_readers.tables.gathered import GatheredAction, Slots
from oneplan.exchange.plan_readers.tables.measure_cells import measures_of
from oneplan.exchange.plan_readers.tables.roles import ELEMENT_ROLES, ColumnMapping
from oneplan.vocabulary.findings import Source

_SHORT_CELL = 60


def _named_by_part(mapping: ColumnMapping) -> ColumnMapping:
    """The mapping with what the rows are of ("Theme", "Outcome") as what is measured."""
    parts = [known.column for known in mapping.columns if known.role in ELEMENT_ROLES]
    return replace(
        mapping,
        columns=tuple(
            replace(known, role="measures") if known.column in parts[-1:] else known
            for known in mapping.columns
        ),
    )


def measures_of_rows(rows: Sequence[Row], mapping: ColumnMapping) -> list[Measure]:
    """The measures of a table with a baseline or target beside each; empty where it is no such table."""
    if not mapping.has("baseline", "target"):
        return []
    if not mapping.has("measures", "indicator"):
        mapping = _named_by_part(mapping)
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


def texts_of_row(row: Row) -> list[tuple[str, Source]]:
    """What a row says: short cells together, long ones each for themselves."""
    cells = [cell for cell in row.cells if cell.lines]
    if len(cells) > 1 and all(len(cell.text) <= _SHORT_CELL for cell in cells):
        return [(" – ".join(cell.text for cell in cells), row.source)]
    return [(cell.text, cell.source) for cell in cells]
