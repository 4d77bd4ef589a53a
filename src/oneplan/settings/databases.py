"""The database that an address names; SQLite in the data folder where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PATIENCE = 20
"""Seconds for which who writes waits for others; then the visitor is told, and may try again."""
_PREPARED_AFTER = 1
"""Askings; a cursor may say that it wants its query prepared at once, and without a number none is."""
_SQLITE = {
    "transaction_mode": "IMMEDIATE",  # writers wait for one another instead of failing half way
    "timeout": _PATIENCE,
}


def database(address: str, data: Path, *, through_power_cuts: bool = False) -> dict[str, Any]:
    """Django's settings of a database.

    SQLite keeps what was said to be saved whenever the site is killed; ``through_power_cuts`` it waits for
    the disk besides, as PostgreSQL does by itself.

    ``address`` is "postgresql://person:password@host:port/name" or empty, which means SQLite in ``data``.
    What follows a question mark is handed on: "?sslmode=verify-full", "?host=/run/postgresql" for a socket.
    "?prepared_statements=no" is for a pooler that cannot keep them.

    Raises:
        ImproperlyConfigured: the address names another kind of database, or none.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "oneplan.sqlite3",
            "OPTIONS": {**_SQLITE, "init_command": _journal(waits=through_power_cuts)},
            "CONN_MAX_AGE": None,  # to open the file anew costs more than most pages
            "TEST": {"NAME": None},
        }
    parts = urlsplit(address)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not name or not _has_port(parts):
        raise ImproperlyConfigured(
            "ONEPLAN_DATABASE must look like postgresql://person:password@host:5432/name."
        )
    options: dict[str, Any] = {"options": f"-c lock_timeout={_PATIENCE}s"}
    options |= parse_qsl(parts.query)
    prepared = options.pop("prepared_statements", "yes") != "no"
    options["prepare_threshold"] = _PREPARED_AFTER if prepared else None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _journal(*, waits: bool) -> str:
    return f"PRAGMA journal_mode=WAL; PRAGMA synchronous={'FULL' if waits else 'NORMAL'};"


def _has_port(parts: SplitResult) -> bool:
    """Whether the address names a port that can be, or none."""
    try:
        return parts.port != 0
    except ValueError:
        return False
