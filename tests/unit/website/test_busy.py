from __future__ import annotations

import sqlite3

import psycopg.errors
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError

from oneplan.website.pages.errors.busy import is_busy


def _caused(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


def _of_sqlite(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    "cause",
    [
        _of_sqlite("SQLITE_BUSY"),
        _of_sqlite("SQLITE_BUSY_SNAPSHOT"),
        _of_sqlite("SQLITE_LOCKED"),
        psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"),
        psycopg.errors.DeadlockDetected("deadlock detected"),
        psycopg.errors.TooManyConnections("too many clients already"),
        psycopg.errors.AdminShutdown("terminating connection"),
        psycopg.OperationalError("connection refused"),
    ],
)
def test_a_database_that_waits_or_starts_anew_is_busy(cause: Exception) -> None:
    assert is_busy(_caused(OperationalError(str(cause)), cause))


def test_a_connection_that_is_gone_is_busy() -> None:
    assert is_busy(_caused(InterfaceError("closed"), psycopg.InterfaceError("closed")))


@pytest.mark.parametrize(
    "error",
    [
        _caused(OperationalError("no such table"), _of_sqlite("SQLITE_ERROR")),
        _caused(OperationalError("disk is full"), _of_sqlite("SQLITE_FULL")),
        IntegrityError("a name is taken"),
        ValueError("ours"),
        None,
    ],
)
def test_what_would_go_wrong_again_is_not_said_to_be_busy(error: Exception | None) -> None:
    assert not is_busy(error)
