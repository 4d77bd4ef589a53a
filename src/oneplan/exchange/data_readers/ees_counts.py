"""Counts that stand beside a share or a rate in the same row, as the catalogue names them.

They come along only where they give the printed figure: totals of regions are often rounded to ten,
and an interval from rounded counts would be another one.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.catalogue import load_catalogue
from oneplan.evidence.definitions import Definition, Series
from oneplan.exchange.data_readers.cells import read_figures
from oneplan.exchange.data_readers.grid import Grid

_COUNTED = ("proportion", "rate")
_MOST_DECIMALS = 9


def counts_beside(grid: Grid, dataset: str) -> dict[str, dict[str, pa.Array]]:
    """The columns ``numerator`` and ``denominator`` for each header that the catalogue has them for."""
    found: dict[str, dict[str, pa.Array]] = {}
    for definition in load_catalogue():
        for series in definition.series:
            headers = _headers(series, dataset)
            if definition.kind in _COUNTED and headers and {*headers} <= grid.columns.keys():
                found.setdefault(headers[0], _fitting(grid, headers, definition))
    return found


def _headers(series: Series, dataset: str) -> tuple[str, str, str] | None:
    """The headers of the value and of its counts; None where the series is of another dataset."""
    begins = f"{dataset}/"
    if not series.code.startswith(begins) or not series.numerator or not series.denominator:
        return None
    value, numerator, denominator = (
        code.removeprefix(begins) for code in (series.code, series.numerator, series.denominator)
    )
    return value, numerator, denominator


def _fitting(
    grid: Grid, headers: tuple[str, str, str], definition: Definition
) -> dict[str, pa.Array]:
    value, numerator, denominator = (read_figures(grid.columns[header]) for header in headers)
    nothing = pa.scalar(None, pa.float64())
    positive = pc.if_else(pc.greater(denominator, 0.0), denominator, nothing)
    computed = pc.multiply(pc.divide(numerator, positive), definition.scale)
    off = pc.abs(pc.subtract(computed, value))
    near = 0.5 * 10.0 ** -_decimals(grid.columns[headers[0]]) * (1 + 1e-6)
    fits = pc.fill_null(pc.less_equal(off, near), False)
    return {
        "numerator": pc.if_else(fits, numerator, nothing),
        "denominator": pc.if_else(fits, denominator, nothing),
    }


def _decimals(column: pa.Array) -> int:
    """The most decimals that a number of the column is printed with."""
    printed = (text.strip().partition(".")[2] for text in pc.unique(column).to_pylist())
    return min(_MOST_DECIMALS, max((len(part) for part in printed if part.isdecimal()), default=0))
