"""Observations as a tidy CSV, in the columns that everybody may rely on."""

from __future__ import annotations

import csv
from io import StringIO

import pyarrow as pa

_COLUMNS = (
    "indicator",
    "area",
    "period",
    "group",
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "status",
    "period_start",
    "period_end",
    "period_kind",
    "revision",
    "note",
)


def tidy_csv(observations: pa.Table) -> str:
    """The observations, one a row; empty is not known, and a whole number has no decimal point."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    columns = [[_text(cell) for cell in observations[name].to_pylist()] for name in _COLUMNS]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return "" if cell is None else str(cell)
