"""What a store knew at a moment: the latest word on every observation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import duckdb
import pyarrow as pa

from oneplan.evidence.observations.store import Store

_LATEST = """
    SELECT * EXCLUDE (place, file)
    FROM (
        SELECT *, list_position($files, file) AS place
        FROM read_parquet($files, filename = 'file')
        WHERE (len($indicators) = 0 OR list_contains($indicators, indicator))
          AND (len($areas) = 0 OR list_contains($areas, area))
    )
    QUALIFY row_number() OVER (
        PARTITION BY indicator, area, period, "group"
        ORDER BY place DESC,
                 list_position(['', 'provisional', 'revised', 'final'], revision) DESC, row
    ) = 1
"""
"""The release that came in last has the last word; within one, what is more final has it."""


@dataclass(frozen=True, slots=True)
class Held:
    """How much is known of an indicator: observations, areas, and the days its periods span."""

    indicator: str
    observations: int
    areas: int
    first: date
    last: date


def known_observations(
    store: Store,
    *,
    indicators: Sequence[str] = (),
    areas: Sequence[str] = (),
    on: datetime | None = None,
) -> pa.Table | None:
    """The observations known at a moment, of all indicators and areas where none are named.

    None where no release was in force. Sorted by indicator, group, area and period.

    Raises:
        UnusableStore: the folder is no store, or a damaged one.
    """
    return _asked(
        store,
        f'SELECT * FROM ({_LATEST}) ORDER BY indicator, "group", area, period_start, period',
        {"indicators": list(indicators), "areas": list(areas)},
        on,
    )


def held_indicators(store: Store, on: datetime | None = None) -> list[Held]:
    """What is known at a moment of each indicator, by its code.

    Raises:
        UnusableStore: the folder is no store, or a damaged one.
    """
    table = _asked(
        store,
        "SELECT indicator, count(*) AS observations, count(DISTINCT area) AS areas,"
        " min(period_start) AS first, max(period_end) AS last"
        f" FROM ({_LATEST}) GROUP BY indicator ORDER BY indicator",
        {"indicators": [], "areas": []},
        on,
    )
    return [Held(**row) for row in table.to_pylist()] if table is not None else []


def _asked(
    store: Store, query: str, values: dict[str, list[str]], on: datetime | None
) -> pa.Table | None:
    files = [str(file) for file in store.files(on)]
    if not files:
        return None
    with duckdb.connect() as connection:
        return connection.sql(query, params={"files": files, **values}).to_arrow_table()
