"""Observations that stand twice: the first stays, the others are taken out and counted."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import pyarrow as pa

from oneplan.evidence.observations.schema import KEY, at_the_door

_KEY = ", ".join(f'"{name}"' for name in KEY)
_SILENT = "(status IN ('not_applicable', 'not_available'))"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Repeats:
    """The observations that stay, how many said the same again, and how many something else.

    The rows are those of the first few of each kind, with the row that each of them repeats.
    """

    observations: pa.Table
    same: int = 0
    other: int = 0
    same_rows: tuple[tuple[int, int], ...] = ()
    other_rows: tuple[tuple[int, int], ...] = ()


def without_repeats(observations: pa.Table) -> Repeats:
    """Takes out what stands a second time: the same indicator, area, period, group and revision.

    A row that has no figure, other than a withheld one, gives way to one that has.
    """
    with duckdb.connect() as connection:
        connection.register("observations", observations)
        if not _any(connection):
            return Repeats(observations)
        connection.execute(
            f"CREATE TEMP TABLE ranked AS SELECT *, first_value(row) OVER repeats AS first_row,"
            " first_value(value) OVER repeats AS first_value, row_number() OVER repeats AS turn"
            f" FROM observations WINDOW repeats AS (PARTITION BY {_KEY} ORDER BY {_SILENT}, row)"
        )
        kept = connection.sql(
            "SELECT * EXCLUDE (first_row, first_value, turn) FROM ranked WHERE turn = 1 ORDER BY row"
        ).to_arrow_table()
        differs = f"value IS DISTINCT FROM first_value AND NOT {_SILENT}"
        same, same_rows = _repeated(connection, f"NOT ({differs})")
        other, other_rows = _repeated(connection, differs)
    return Repeats(at_the_door(kept), same, other, same_rows, other_rows)


def _any(connection: duckdb.DuckDBPyConnection) -> bool:
    found = connection.execute(
        f"SELECT count(*) > count(DISTINCT hash({_KEY})) FROM observations"
    ).fetchone()
    return bool(found and found[0])


def _repeated(
    connection: duckdb.DuckDBPyConnection, which: str
) -> tuple[int, tuple[tuple[int, int], ...]]:
    rows = connection.execute(
        f"SELECT row, first_row FROM ranked WHERE turn > 1 AND {which} ORDER BY row"
    ).fetchall()
    return len(rows), tuple((row, first) for row, first in rows[:_MOST_NAMED])
