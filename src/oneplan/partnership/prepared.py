"""Queries that pages ask again and again: Django makes the SQL of one once, not at every request.

Most of what a small query costs is the making of its SQL. What it finds is never kept.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from inspect import signature
from typing import Any

from django.db import connection
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.query import Query

from oneplan.partnership.asking import asking

_Readers = list[tuple[int, list[Callable[..., Any]], Any]]
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


class Among(Expression):
    """Numbers of which a prepared query is given a list: ``filter(pk__in=Among(numbers))``."""

    def __init__(self, numbers: Given) -> None:
        super().__init__()
        self._numbers = numbers

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002
        """However many there are, the SQL is the same."""
        return "(SELECT value FROM json_each(%s))", (self._numbers,)

    def as_postgresql(
        self,
        compiler: SQLCompiler,  # noqa: ARG002
        connection: Any,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """The same as PostgreSQL writes it."""
        return "(SELECT CAST(jsonb_array_elements_text(%s::jsonb) AS bigint))", (self._numbers,)


@dataclass(frozen=True, slots=True)
class _Made:
    """The SQL of a query, its values with the places of those that are given, and what it selects."""

    sql: str
    values: tuple[Any, ...]
    selected: list[Any]


class Prepared:
    """A query by ``make``, a function of values that gives a query set of ``values_list``.

    A value may stand wherever an expression may, so in ``filter(name=value)``, and be a list of numbers
    where it stands in :class:`Among`; not in a slice.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self._make = make
        self._many = len(signature(make).parameters)
        self._kept: _Made | None = None
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
        with asking() as cursor:
            cursor.execute(made.sql + part, told)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return _as_django_reads(rows, self._readers(made)) if rows else rows

    def _made(self) -> _Made:
        """Two threads may make it at the same moment: they make the same."""
        if self._kept is None:
            rows = self._make(*map(Given, range(self._many)))
            compiler = rows.query.get_compiler(connection=connection)
            sql, values = compiler.as_sql()
            selected = [each[0] for each in compiler.select or ()]
            self._kept = _Made(sql, tuple(values), selected)
        return self._kept

    def _readers(self, made: _Made) -> _Readers:
        """How columns are read that do not come as they are meant; it belongs to a thread's connection."""
        found: _Readers | None = getattr(self._of_a_thread, "readers", None)
        if found is None:
            compiler = SQLCompiler(Query(None), connection, None)
            told = compiler.get_converters(made.selected)
            found = [(place, *readers) for place, readers in told.items()]
            self._of_a_thread.readers = found
        return found


def _as_django_reads(rows: list[tuple[Any, ...]], readers: _Readers) -> list[tuple[Any, ...]]:
    if not readers:
        return rows
    found = []
    for row in map(list, rows):
        for place, several, expression in readers:
            for read in several:
                row[place] = read(row[place], expression, connection)
        found.append(tuple(row))
    return found


def _told(value: Any) -> Any:
    """A value as the database is told it."""
    if isinstance(value, list):
        return json.dumps(value)
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
