"""Value cells gathered into observations; every cell that cannot be one is counted with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from oneplan.evidence.observations.schema import SCHEMA, Status, at_the_door
from oneplan.exchange.data_readers.cells import read_cells
from oneplan.exchange.data_readers.columns import constant
from oneplan.exchange.data_readers.grid import Grid
from oneplan.vocabulary.findings import Finding, Source

NO_AREA = "no area that is known"
NO_PERIOD = "no period"
NO_INDICATOR = "no indicator"
NO_NUMBER = "neither a number nor a known symbol"
RAGGED = "another number of cells than the header"

_RULES = {
    NO_AREA: ("unknown-area", "Give the area by its nine-character code."),
    NO_PERIOD: ("period-not-read", "Write a year, or 2024/25, or a date."),
    NO_INDICATOR: ("indicator-missing", "Name the indicator in every row."),
    NO_NUMBER: (
        "value-not-read",
        "Write a number (with a point: 12.5), or c, z, x or low instead of one.",
    ),
    RAGGED: ("row-of-another-width", "Put quotes around cells that hold the separator."),
}
_QUOTED_ROWS = 3


class Gathering:
    """Observations on the way in: what the rows are about, then one value column after another."""

    def __init__(
        self, grid: Grid, about: Mapping[str, pa.Array], printed: Mapping[str, str]
    ) -> None:
        """``printed`` names the columns in which the areas and periods stand as they are printed."""
        self._grid = grid
        self._printed = printed
        self._about = {**about, "row": grid.rows}
        self._sound = _whole_rows(self._about, len(grid))
        self._parts: list[pa.Table] = []
        self._columns = 0
        self.cells = 0
        self.rejected: Counter[str] = Counter()
        self.findings: list[Finding] = []

    def add(self, values: str, indicator: str | pa.Array | None = None, **others: pa.Array) -> None:
        """Takes the cells of the column ``values``; ``others`` are columns that go with them.

        ``indicator`` is that of all cells, or of each; none where the rows say it.
        """
        cells = read_cells(self._grid.columns[values])
        self._columns += 1
        self.cells += len(self._grid)
        columns = {**self._about, **others, "value": cells.value, "symbol": cells.symbol}
        columns["status"] = cells.status
        if isinstance(indicator, str):
            columns["indicator"] = constant(indicator, len(self._grid))
        elif indicator is not None:
            columns["indicator"] = indicator
        unread = pc.and_(self._sound, cells.unread)
        if pc.any(unread, min_count=0).as_py():
            where = indicator if isinstance(indicator, str) else values
            self._reject(NO_NUMBER, unread, self._grid.columns[values], where)
        kept = pc.and_not(self._sound, cells.unread)
        self._parts.append(pa.table(columns).filter(kept))

    def gathered(self) -> pa.Table:
        """The observations, in one table, with the rows that gave none counted."""
        for name, reason in (
            ("indicator", NO_INDICATOR),
            ("area", NO_AREA),
            ("period", NO_PERIOD),
        ):
            if name in self._about:
                self._reject_rows(name, reason)
        if self._grid.ragged:
            self._reject_ragged()
        if not self._parts:
            return at_the_door(SCHEMA.empty_table())
        return at_the_door(pa.concat_tables(map(_plain, self._parts), promote_options="default"))

    def _reject_rows(self, name: str, reason: str) -> None:
        before = [part for part in _ORDER[: _ORDER.index(name)] if part in self._about]
        missing = pc.is_null(self._about[name])
        for part in before:
            missing = pc.and_(missing, pc.is_valid(self._about[part]))
        if pc.any(missing, min_count=0).as_py():
            printed = self._grid.columns[self._printed[name]]
            self._reject(reason, missing, printed, None, self._columns)

    def _reject(
        self, reason: str, mask: pa.Array, printed: pa.Array, where: str | None, times: int = 1
    ) -> None:
        places = pc.indices_nonzero(mask)
        self.rejected[reason] += len(places) * times
        rule, cure = _RULES[reason]
        first = places.slice(0, _QUOTED_ROWS)
        quotes = tuple(dict.fromkeys(str(text) for text in printed.take(first).to_pylist() if text))
        distinct = pc.unique(self._grid.rows.take(places))
        rows = distinct.slice(0, _QUOTED_ROWS).to_pylist()
        count = len(distinct)
        self.findings.append(
            Finding(
                rule=rule,
                severity="warning",
                message=f"{_rows(rows, count)}: {reason}. Left out.",
                where=where,
                quotes=quotes,
                fix=cure,
                source=Source(file=self._grid.name, sheet=self._grid.sheet, row=rows[0]),
            )
        )

    def _reject_ragged(self) -> None:
        ragged = self._grid.ragged
        lost = len(ragged) * max(self._columns, 1) * self._grid.across
        self.rejected[RAGGED] += lost
        self.cells += lost
        rule, cure = _RULES[RAGGED]
        self.findings.append(
            Finding(
                rule=rule,
                severity="error",
                message=f"{_rows(list(ragged[:_QUOTED_ROWS]), len(ragged))}: {RAGGED}. Left out.",
                fix=cure,
                source=Source(file=self._grid.name, sheet=self._grid.sheet, row=ragged[0]),
            )
        )


_ORDER = ("indicator", "area", "period")


def _whole_rows(about: Mapping[str, pa.Array], length: int) -> pa.Array:
    sound = pa.repeat(pa.scalar(True), length) if length else pa.array([], pa.bool_())
    for name in _ORDER:
        if name in about:
            sound = pc.and_(sound, pc.is_valid(about[name]))
    return sound


def _plain(table: pa.Table) -> pa.Table:
    return table.cast(
        pa.schema(
            [
                (field.name, pa.string() if pa.types.is_dictionary(field.type) else field.type)
                for field in table.schema
            ]
        )
    )


def _rows(rows: list[int], count: int) -> str:
    named = ", ".join(map(str, rows))
    more = f" and {count - len(rows):,} more" if count > len(rows) else ""
    return f"Row{'s' if count > 1 else ''} {named}{more}"


def marked(observations: pa.Table, mask: pa.ChunkedArray, status: Status) -> pa.Table:
    """The observations with this status where the mask is true; a value there is taken away."""
    columns = {name: observations[name] for name in observations.column_names}
    words = columns["status"].cast(pa.string())
    columns["status"] = pc.if_else(mask, pa.scalar(status), words)
    columns["value"] = pc.if_else(mask, pa.scalar(None, pa.float64()), columns["value"])
    return at_the_door(pa.table(columns))
