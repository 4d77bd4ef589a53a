"""Somebody who holds the database's lock and does not let go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg


@contextmanager
def nobody_else_writes(environment: Mapping[str, str]) -> Iterator[None]:
    """While the block runs, nobody else changes a plan in the database that the environment names."""
    address = environment["ONEPLAN_DATABASE"]
    if address:
        with psycopg.connect(address) as held:
            held.execute("SELECT id FROM plans_plan FOR UPDATE")
            yield
            held.rollback()
    else:
        file = Path(environment["ONEPLAN_DATA"]) / "oneplan.sqlite3"
        with closing(sqlite3.connect(file, isolation_level=None)) as held:
            held.execute("BEGIN IMMEDIATE")
            yield
            held.execute("ROLLBACK")
