"""Percentages in a table of counts: of which of the table's own totals they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from oneplan.evidence.disclosure.counted import CountedCell, Key, without
from oneplan.exchange.data_readers.counted_columns import Columns

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))? ?%?")
_MOST_OFF = 0.5001
"""How far a printed percentage may be from the share, in units of its last decimal."""


def shares_of(
    rows: Sequence[Mapping[str, str]], columns: Columns, cells: Sequence[CountedCell]
) -> dict[str, str]:
    """For each column of figures the dimension that its percentages are shares of everyone in.

    A column is only named where all its figures bear it out, and some are no 0 and no 100.
    """
    counts = {cell.key: cell.count for cell in cells}
    found: dict[str, str] = {}
    for figure in columns.figures:
        printed = [row[figure].strip() for row in rows]
        for name in columns.dimensions.values():
            if name not in columns.apart and _bear_out(printed, cells, counts, name):
                found.setdefault(figure, name)
    return found


def _bear_out(
    printed: Iterable[str],
    cells: Iterable[CountedCell],
    counts: Mapping[Key, int | None],
    name: str,
) -> bool:
    told = False
    for text, cell in zip(printed, cells, strict=True):
        number = _NUMBER.fullmatch(text)
        total = counts.get(without(cell.key, name))
        if cell.count is None or number is None:
            if number is not None or (cell.count is not None and text):
                return False
            continue
        if not total:
            return False
        decimals = len(number[2] or "")
        share = 100 * cell.count / total
        value = float(text.removesuffix("%"))
        if abs(value - share) > _MOST_OFF * 10**-decimals:
            return False
        told = told or 0 < cell.count < total
    return told
