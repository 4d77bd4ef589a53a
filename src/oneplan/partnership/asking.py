"""Cursors for what is asked again and again: a database is handed the text of such a query once.

Django's own cursors look through the text for the places of its values at every asking, and have PostgreSQL
read and plan it anew each time. Both take longer than the answer does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import FORMAT_QMARK_REGEX, SQLiteCursorWrapper
from django.db.backends.utils import CursorWrapper

_MOST_TEXTS = 1000


def asking() -> CursorWrapper:
    """A cursor of the thread's own connection, for a ``with``; what it asks is seen by whoever watches queries."""
    here = connections[DEFAULT_DB_ALIAS]
    here.close_if_health_check_failed()
    here.ensure_connection()
    here.validate_thread_sharing()
    with here.wrap_database_errors:
        cursor = _CURSORS[here.vendor]()(here.connection)
    return here.make_debug_cursor(cursor) if here.queries_logged else here.make_cursor(cursor)


class _OnSqlite(SQLiteCursorWrapper):
    """SQLite keeps the statements that it has read by their text; what is left is to write that text once."""

    def convert_query(self, query: str, **_: Any) -> str:
        """The text as SQLite reads it; values stand in their order, none by its name."""
        return _with_question_marks(query)


@lru_cache(maxsize=_MOST_TEXTS)
def _with_question_marks(query: str) -> str:
    return FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


@cache
def _on_postgresql() -> type[Any]:
    """Made when it is first asked for: where SQLite is used, there need be no driver of PostgreSQL."""
    from django.db.backends.postgresql.base import ServerBindingCursor  # noqa: PLC0415

    class OnPostgresql(ServerBindingCursor):
        """PostgreSQL reads and plans a text once for each connection, and keeps a hundred of them."""

        def execute(self, query: str, params: Any = None) -> Any:
            """Asks with the values apart from the text."""
            return super().execute(query, params, prepare=True)  # type: ignore[misc]

    return OnPostgresql


_CURSORS: dict[str, Callable[[], type[Any]]] = {
    "sqlite": lambda: _OnSqlite,
    "postgresql": _on_postgresql,
}
