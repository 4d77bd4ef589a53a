"""Cells of a sheet that say how an action stands by their colour alone."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.traffic_lights import TrafficLights
from oneplan.exchange.plan_readers.formats.xlsx.sheets import SheetCells


def speaks_by_colour(sheet: SheetCells) -> bool:
    """Whether a column of the sheet has empty cells of two such colours, beside cells with words.

    The painted rest of a merged heading says nothing.
    """
    headings: dict[int, list[tuple[int, int]]] = {}
    for top, left, _, right in sheet.merges:
        if right > left:
            headings.setdefault(top, []).append((left, right))
    lights = TrafficLights()
    for row, column, colour in sheet.signals:
        merged = any(left < column <= right for left, right in headings.get(row, ()))
        if not merged and column not in sheet.hidden_columns:
            lights.take(len(sheet.rows.get(row, ())), [(column, colour)])
    return lights.speak
