"""What the database reads for a query: which tables it goes through from one end to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

Asked = dict[str, Any]
"""Queries, each with values that it was asked with."""

_WHOLE = {
    "sqlite": re.compile(r"^SCAN (?:TABLE )?(\w+)"),
    "postgresql": re.compile(r"Seq Scan on (\w+)"),
}
_NO_TABLES = {"CONSTANT"}


@contextmanager
def noted() -> Iterator[Asked]:
    """The queries that are asked while the block runs."""
    asked: Asked = {}

    def note(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        if not many:
            asked.setdefault(sql, values)
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        yield asked


def read_whole(sql: str, values: Any) -> set[str]:
    """The tables that a query goes through whole, whatever is in them; none where it is no query.

    PostgreSQL is asked to do so only where it must: in a small table it is quicker than an index.
    """
    if sql.split(maxsplit=1)[0] not in {"SELECT", "UPDATE", "DELETE"}:
        return set()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}", values)
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
        lines = [str(row[-1]) for row in cursor.fetchall()]
    named = _tables(sql)
    whole = _WHOLE[connection.vendor]
    found = {match[1] for line in lines if (match := whole.search(line.strip()))}
    return {named.get(name, name) for name in found - _NO_TABLES}


def _tables(sql: str) -> dict[str, str]:
    """The tables of a query by the names that it gives them."""
    return {short: table for table, short in re.findall(r'(?:FROM|JOIN) "(\w+)" (\w+)', sql)}
