"""A method over a whole table; a bad row is said and the others are calculated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from oneplan.evidence.benchmarks.quantile import Rule
from oneplan.evidence.calculations.cells import TOO_LARGE, Cells, Row, figure, printed
from oneplan.evidence.calculations.columns import ADDED
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

Table = list[dict[str, str]]


def calculated(
    method: str,
    rows: Sequence[Row],
    path: Path = "auto",
    rule: Rule = "ohid",
    faults: Mapping[int, str] | None = None,
) -> Table:
    """The rows with the method's columns, ``outcome`` (ok or error) and ``message`` added.

    Order and number of rows stay, but a method of sets or series gives one row for each. ``path``
    is for ``trend``, ``rule`` for ``quantile``. ``faults`` says of rows, by their places, why they
    cannot be calculated whatever they hold.

    Raises:
        KeyError: there is no such method.
    """
    adding = _Adding(ADDED[method], faults or {})
    if method in ROW_METHODS:
        return [
            adding.to(row, partial(ROW_METHODS[method], row), place)
            for place, row in enumerate(rows)
        ]
    if method in ROWS_OF_A_SET:
        key, columns, of_rows = ROWS_OF_A_SET[method]
        if method == "quantile":
            of_rows = partial(quantile_set, rule=rule)
        return _rows_of_sets(rows, key, columns, of_rows, adding)
    key, of_set = A_ROW_A_SET[method]
    if method == "trend":
        of_set = partial(trend_series, path=path)
    return [
        adding.to({key: name}, partial(of_set, [rows[place] for place in places]), *places)
        for name, places in _sets(rows, key).items()
    ]


class _Adding:
    """Adds a method's cells to rows; where they cannot be, they are blank and the message says why."""

    def __init__(self, columns: Sequence[str], faults: Mapping[int, str]) -> None:
        self._blank = dict.fromkeys(columns, "")
        self.faults = faults

    def to(self, row: Row, cells: Callable[[], Cells], *places: int) -> dict[str, str]:
        """The row with the cells of the rows at these places."""
        fault = next((self.faults[place] for place in places if place in self.faults), None)
        if fault is not None:
            return self.bad(row, fault)
        try:
            return self.done(row, cells())
        except Impossible as error:
            return self.bad(row, str(error))
        except ArithmeticError:
            return self.bad(row, TOO_LARGE)

    def done(self, row: Row, found: Cells) -> dict[str, str]:
        """The row with what was found."""
        added = {name: printed(found.get(name)) for name in self._blank}
        return {**row, **added, "outcome": "ok", "message": ""}

    def bad(self, row: Row, message: str) -> dict[str, str]:
        """The row with a message instead."""
        return {**row, **self._blank, "outcome": "error", "message": message}


def _sets(rows: Sequence[Row], key: str) -> dict[str, list[int]]:
    """The places of the rows of each set, in order of appearance."""
    sets: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        sets.setdefault((row.get(key) or "").strip(), []).append(place)
    return sets


def _rows_of_sets(
    rows: Sequence[Row],
    key: str,
    columns: Sequence[str],
    of_set: Callable[[Sequence[Row]], list[Cells]],
    adding: _Adding,
) -> Table:
    found: dict[int, dict[str, str]] = {}
    for members in _sets(rows, key).values():
        sound = []
        for place in members:
            fault = adding.faults.get(place) or _fault(rows[place], columns)
            if fault is None:
                sound.append(place)
            else:
                found[place] = adding.bad(rows[place], fault)
        if sound:
            of_sound = _set([rows[place] for place in sound], of_set, adding)
            found.update(zip(sound, of_sound, strict=True))
    return [found[place] for place in range(len(rows))]


def _fault(row: Row, columns: Sequence[str]) -> str | None:
    try:
        for column in columns:
            figure(row, column)
    except Impossible as error:
        return str(error)
    return None


def _set(
    rows: Sequence[Row], of_set: Callable[[Sequence[Row]], list[Cells]], adding: _Adding
) -> Table:
    try:
        cells = of_set(rows)
    except Impossible as error:
        return [adding.bad(row, str(error)) for row in rows]
    except ArithmeticError:
        return [adding.bad(row, TOO_LARGE) for row in rows]
    return [adding.to(row, found.copy) for row, found in zip(rows, cells, strict=True)]
