"""The same tests on two databases: each run uses the one that it was given."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from oneplan.settings.databases import database


def test_the_tests_run_on_the_database_that_the_environment_names(db: None) -> None:  # noqa: ARG001
    wanted = "postgresql" if os.environ.get("ONEPLAN_DATABASE") else "sqlite"
    assert connection.vendor == wanted


def test_a_database_on_another_machine_is_named_by_its_address() -> None:
    made = database("postgresql://plan%40er:a%3Ab@db.example.org:5433/plans", Path("unused"))
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [made[name] for name in names] == ["plans", "plan@er", "a:b", "db.example.org", "5433"]


def test_what_follows_the_name_is_handed_on_to_the_driver() -> None:
    made = database(
        "postgresql://planner@/plans?host=%2Frun%2FSockets&sslmode=require", Path("unused")
    )
    assert (made["HOST"], made["OPTIONS"]["sslmode"]) == ("/run/Sockets", "require")


def test_who_writes_waits_for_others_as_long_on_either_database(tmp_path: Path) -> None:
    embedded = database("", tmp_path)
    named = database("postgresql://planner@/plans", tmp_path)
    assert embedded["OPTIONS"]["timeout"] == 20
    assert named["OPTIONS"]["options"] == "-c lock_timeout=20s"
    own = database("postgresql://planner@/plans?options=-c%20lock_timeout%3D5s", tmp_path)
    assert own["OPTIONS"]["options"] == "-c lock_timeout=5s"


def test_queries_are_prepared_but_where_a_pooler_cannot_keep_them() -> None:
    named = "postgresql://planner@/plans"
    assert database(named, Path("unused"))["OPTIONS"]["prepare_threshold"] is not None
    without = database(f"{named}?prepared_statements=no", Path("unused"))["OPTIONS"]
    assert without["prepare_threshold"] is None
    assert "prepared_statements" not in without


def test_without_an_address_the_database_lies_in_the_data_folder(tmp_path: Path) -> None:
    made: dict[str, Any] = database("", tmp_path)
    assert made["NAME"] == tmp_path / "oneplan.sqlite3"


@pytest.mark.parametrize(
    "address", ["mysql://host/name", "postgresql://host", "plans", "postgresql://host:port/name"]
)
def test_another_address_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="must look like postgresql://"):
        database(address, Path("unused"))
