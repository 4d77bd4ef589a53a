"""What the database reads for a query: which tables it goes through from one end to the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

_SCANNED = re.compile(r"SCAN (?:TABLE )?(\w+)")
_READS = ("SELECT", "UPDATE", "DELETE")
_BY_INDEX = {"Index Scan", "Index Only Scan", "Bitmap Index Scan"}


@contextmanager
def noted() -> Iterator[dict[str, Any]]:
    """The queries that are asked while the block runs, each with values that it was asked with."""
    asked: dict[str, Any] = {}

    def note(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        if not many and sql.startswith(_READS):
            asked.setdefault(sql, values)
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        yield asked


def read_whole(sql: str, values: Any) -> set[str]:
    """The tables, by the names that the query gives them, that it goes through whole.

    How many rows there are now does not matter: PostgreSQL, which would rather read a small table than
    its index, is told that to do so is dear and what it counted is put aside; SQLite does not look at it.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return set(_without_index(_plan_of_postgres(cursor, sql, values)))
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
        steps = [str(row[-1]) for row in cursor.fetchall()]
    found = {match[1] for step in steps if (match := _SCANNED.match(step))}
    return {name for name in found if re.search(rf'"{name}"|(?:FROM|JOIN) "\w+" {name}\b', sql)}


def _plan_of_postgres(cursor: Any, sql: str, values: Any) -> Mapping[str, Any]:
    """The plan for tables of which nothing is known.

    What PostgreSQL happens to have counted of late in the tests' small tables would make it read them whole.
    """
    point = transaction.savepoint()
    cursor.execute("DELETE FROM pg_statistic")
    cursor.execute(
        "UPDATE pg_class SET relpages = 0, reltuples = -1"
        " WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace"
    )
    cursor.execute("SET LOCAL enable_seqscan = off")
    cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", values)
    (told,) = cursor.fetchone()
    transaction.savepoint_rollback(point)
    plan: Mapping[str, Any] = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    return plan


def _without_index(node: Mapping[str, Any]) -> Iterator[str]:
    """The tables below a node of PostgreSQL's plan that are read without a condition on an index."""
    kind = node["Node Type"]
    if kind == "Seq Scan" or (kind in _BY_INDEX and "Index Cond" not in node):
        yield str(node.get("Relation Name", node.get("Index Name")))
    for each in node.get("Plans", ()):
        yield from _without_index(each)
