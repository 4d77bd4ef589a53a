"""Sheets that were brought back lie in the data folder for a day, each for one person and plan."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from oneplan.website.jobs.kept_sheets import KeptSheet, forget, keep, kept

SHEET = KeptSheet("ferry.xlsx", b"one\ntwo")
DAY = 24 * 60 * 60


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the sheets lie."""
    with override_settings(ONEPLAN_DATA=tmp_path):
        yield tmp_path / "sheets"


def test_a_sheet_is_kept_as_it_was_sent() -> None:
    keep("person:1", "plan:1", SHEET)
    assert kept("person:1", "plan:1") == SHEET


def test_nobody_else_and_no_other_plan_has_it() -> None:
    keep("person:1", "plan:11", SHEET)
    assert kept("person:2", "plan:11") is None
    assert kept("person:1", "plan:1") is None


def test_a_second_sheet_takes_the_place_of_the_first(folder: Path) -> None:
    keep("person:1", "plan:1", SHEET)
    keep("person:1", "plan:1", KeptSheet("later.xlsx", b"three"))
    assert kept("person:1", "plan:1") == KeptSheet("later.xlsx", b"three")
    assert len(list(folder.iterdir())) == 1


def test_a_sheet_that_was_put_away_is_gone(folder: Path) -> None:
    keep("person:1", "plan:1", SHEET)
    forget("person:1", "plan:1")
    forget("person:1", "plan:1")
    assert kept("person:1", "plan:1") is None
    assert list(folder.iterdir()) == []


def test_a_sheet_of_yesterday_is_neither_shown_nor_kept(folder: Path) -> None:
    keep("person:1", "plan:1", SHEET)
    (path,) = folder.iterdir()
    before = time.time() - DAY - 1
    os.utime(path, (before, before))
    assert kept("person:1", "plan:1") is None
    call_command("sweep_readings")
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights otherwise")
def test_only_the_site_may_open_the_folder(folder: Path) -> None:
    keep("person:1", "plan:1", SHEET)
    assert folder.stat().st_mode & 0o077 == 0
    assert next(folder.iterdir()).stat().st_mode & 0o077 == 0
