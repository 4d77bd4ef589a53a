"""How much a question makes the database do, counted and not timed, so that a test can hold it."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

_NO_TABLE_IS_TOO_SMALL_FOR_AN_INDEX = (
    "SET LOCAL enable_seqscan = off",
    "SET LOCAL enable_bitmapscan = off",
    "SET LOCAL enable_sort = off",
)
_READ = "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = %s"


def work(table: str, asked: Callable[[], object]) -> int:
    """What the database does to answer: steps of its machine on SQLite, rows that it reads on PostgreSQL.

    The rows are those of one table. PostgreSQL is told what is in the table, and to look into indexes
    where it would read a small table as a whole. Only numbers from the same database can be compared.
    """
    return _rows(table, asked) if connection.vendor == "postgresql" else _steps(asked)


def _steps(asked: Callable[[], object]) -> int:
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    connection.ensure_connection()
    connection.connection.set_progress_handler(step, 1)
    try:
        asked()
    finally:
        connection.connection.set_progress_handler(None, 1)
    return count


def _rows(table: str, asked: Callable[[], object]) -> int:
    with connection.cursor() as cursor:
        for statement in (*_NO_TABLE_IS_TOO_SMALL_FOR_AN_INDEX, f"ANALYZE {table}"):
            cursor.execute(statement)
        before = _read(table)
        asked()
        return _read(table) - before


def _read(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_READ, [table])
        row = cursor.fetchone()
    return int(row[0] or 0) if row else 0
