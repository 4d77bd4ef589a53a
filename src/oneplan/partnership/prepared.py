"""Queries that pages ask again and again: Django makes the SQL of one once, not at every request.

Most of what a small query costs is the making of its SQL. What it finds is never kept.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from inspect import signature
from typing import Any

from django.db import connection
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

_LARGEST = 2**63 - 1
"""The largest number that a column holds."""


class Given(Expression):
    """A value of a prepared query that is known when it is asked; ``place`` is that among its values."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002
        """A place for the value."""
        return "%s", (self,)


@dataclass(frozen=True, slots=True)
class _Made:
    """The SQL of a query, its values with the places of those that are given, how its rows are read."""

    sql: str
    values: tuple[Any, ...]
    read: Callable[[Iterable[tuple[Any, ...]]], Iterable[tuple[Any, ...]]]


class Prepared:
    """A query by ``make``, a function of values that gives a query set of ``values_list``.

    A value may stand wherever an expression may, so in ``filter(name=value)``, not in a list or a slice.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self._make = make
        self._many = len(signature(make).parameters)
        self._of_a_thread = threading.local()

    def __call__(self, *given: Any) -> list[tuple[Any, ...]]:
        """The rows, in one query; none where a number is greater than any that is kept."""
        return self._rows(given, "")

    def between(self, start: int, stop: int, *given: Any) -> list[tuple[Any, ...]]:
        """The rows from one place to before another, in their order, in one query."""
        return self._rows(given, f" LIMIT {max(stop - start, 0):d} OFFSET {start:d}")

    def _rows(self, given: tuple[Any, ...], part: str) -> list[tuple[Any, ...]]:
        if any(isinstance(each, int) and abs(each) > _LARGEST for each in given):
            return []
        made = self._made()
        told = [
            _told(given[value.place]) if isinstance(value, Given) else value
            for value in made.values
        ]
        with connection.cursor() as cursor:
            cursor.execute(made.sql + part, told)
            return list(made.read(cursor.fetchall()))

    def _made(self) -> _Made:
        """Each thread has its own connection, and what reads rows may belong to it."""
        found: _Made | None = getattr(self._of_a_thread, "made", None)
        if found is None:
            found = self._of_a_thread.made = _made(self._make(*map(Given, range(self._many))))
        return found


def _made(rows: QuerySet[Any, Any]) -> _Made:
    compiler = rows.query.get_compiler(connection=connection)
    sql, values = compiler.as_sql()
    converters = compiler.get_converters([each[0] for each in compiler.select or ()])
    if not converters:
        return _Made(sql, tuple(values), iter)
    return _Made(
        sql,
        tuple(values),
        lambda found: map(tuple, compiler.apply_converters(found, converters)),
    )


def _told(value: Any) -> Any:
    """A value as the database is told it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
