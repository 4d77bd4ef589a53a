"""A method over a whole table; a bad row is said and the others are calculated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from oneplan.evidence.benchmarks.quantile import Rule
from oneplan.evidence.calculations.cells import Cells, Row, figure, printed
from oneplan.evidence.calculations.rows import (
    compare_row,
    gap_row,
    proportion_row,
    rate_row,
    target_row,
)
from oneplan.evidence.calculations.sets import (
    control_chart_series,
    quantile_set,
    rank_set,
    slope_index_set,
    standardised_rate_set,
    trend_series,
)
from oneplan.evidence.statistics.trend import Path
from oneplan.vocabulary.estimates import Impossible

ROW_METHODS: dict[str, Callable[[Row], Cells]] = {
    "proportion": proportion_row,
    "rate": rate_row,
    "compare": compare_row,
    "gap": gap_row,
    "target": target_row,
}
ROWS_OF_A_SET: dict[str, tuple[str, tuple[str, ...], Callable[[Sequence[Row]], list[Cells]]]] = {
    "rank": ("set_id", ("value",), rank_set),
    "quantile": ("set_id", ("value",), quantile_set),
    "control-chart": ("series_id", ("y", "target"), control_chart_series),
}
"""The column that names the set, those whose figures a row must hold rightly, and the method."""
A_ROW_A_SET: dict[str, tuple[str, Callable[[Sequence[Row]], Cells]]] = {
    "standardised-rate": ("set_id", standardised_rate_set),
    "slope-index": ("set_id", slope_index_set),
    "trend": ("series_id", trend_series),
}
METHODS = (*ROW_METHODS, *ROWS_OF_A_SET, *A_ROW_A_SET)

NEEDED: dict[str, tuple[str, ...]] = {
    "proportion": ("numerator", "denominator"),
    "rate": ("numerator", "denominator"),
    "compare": ("value", "comparator"),
    "gap": ("x1", "n1", "x2", "n2"),
    "target": ("values", "target_t", "target"),
    "rank": ("value",),
    "quantile": ("value",),
    "control-chart": ("y",),
    "standardised-rate": ("numerator", "denominator", "weight"),
    "slope-index": ("quantile", "population", "value"),
    "trend": (),
}
"""The columns without which a method has nothing to work on."""

Table = list[dict[str, str]]


def calculated(method: str, rows: Sequence[Row], path: Path = "auto", rule: Rule = "ohid") -> Table:
    """The rows with the method's columns, ``outcome`` (ok or error) and ``message`` added.

    Order and number of rows stay, but a method of sets or series gives one row for each. ``path``
    is for ``trend``, ``rule`` for ``quantile``.

    Raises:
        KeyError: there is no such method.
    """
    if method in ROW_METHODS:
        return [_with(row, partial(ROW_METHODS[method], row)) for row in rows]
    if method in ROWS_OF_A_SET:
        key, columns, of_rows = ROWS_OF_A_SET[method]
        if method == "quantile":
            of_rows = partial(quantile_set, rule=rule)
        return _rows_of_sets(rows, key, columns, of_rows)
    key, of_set = A_ROW_A_SET[method]
    if method == "trend":
        of_set = partial(trend_series, path=path)
    return [
        _with({key: name}, partial(of_set, members)) for name, members in _sets(rows, key).items()
    ]


def _with(row: Row, cells: Callable[[], Cells]) -> dict[str, str]:
    try:
        found = cells()
    except Impossible as error:
        return {**row, "outcome": "error", "message": str(error)}
    return _done(row, found)


def _done(row: Row, found: Cells) -> dict[str, str]:
    added = {name: printed(value) for name, value in found.items()}
    return {**row, **added, "outcome": "ok", "message": ""}


def _sets(rows: Sequence[Row], key: str) -> dict[str, list[Row]]:
    sets: dict[str, list[Row]] = {}
    for row in rows:
        sets.setdefault((row.get(key) or "").strip(), []).append(row)
    return sets


def _rows_of_sets(
    rows: Sequence[Row],
    key: str,
    columns: Sequence[str],
    of_set: Callable[[Sequence[Row]], list[Cells]],
) -> Table:
    faults = {place: fault for place, row in enumerate(rows) if (fault := _fault(row, columns))}
    sound = [row for place, row in enumerate(rows) if place not in faults]
    waiting = {name: iter(_set(members, of_set)) for name, members in _sets(sound, key).items()}
    return [
        {**row, "outcome": "error", "message": faults[place]}
        if place in faults
        else next(waiting[(row.get(key) or "").strip()])
        for place, row in enumerate(rows)
    ]


def _fault(row: Row, columns: Sequence[str]) -> str | None:
    try:
        for column in columns:
            figure(row, column)
    except Impossible as error:
        return str(error)
    return None


def _set(rows: Sequence[Row], of_set: Callable[[Sequence[Row]], list[Cells]]) -> Table:
    try:
        cells = of_set(rows)
    except Impossible as error:
        return [{**row, "outcome": "error", "message": str(error)} for row in rows]
    return [_done(row, found) for row, found in zip(rows, cells, strict=True)]
