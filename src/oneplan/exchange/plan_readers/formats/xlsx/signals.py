"""Traffic lights without words: cells that are only painted red, amber or green."""

from __future__ import annotations

from oneplan.exchange.plan_readers.formats.xlsx.sheets import SheetCells

_WORDS_BESIDE = 2


def speaks_by_colour(sheet: SheetCells) -> bool:
    """Whether a column of the sheet has empty cells of two such colours, beside cells with words.

    The painted rest of a merged heading says nothing.
    """
    headings: dict[int, list[tuple[int, int]]] = {}
    for top, left, _, right in sheet.merges:
        if right > left:
            headings.setdefault(top, []).append((left, right))
    colours: dict[int, str] = {}
    for row, column, colour in sheet.signals:
        if len(sheet.rows.get(row, ())) < _WORDS_BESIDE or column in sheet.hidden_columns:
            continue
        if any(left < column <= right for left, right in headings.get(row, ())):
            continue
        if colours.setdefault(column, colour) != colour:
            return True
    return False
