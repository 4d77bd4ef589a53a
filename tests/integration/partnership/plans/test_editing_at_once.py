"""People at one plan at the same moment: no edit is lost, each is in the history once; one reading, one plan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from builders.editing_at_once import PEOPLE, TIMES, counted

COUNT = """
import json
import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)

from builders.editing_at_once import counted

print(json.dumps(counted()))
"""
TESTS = Path(__file__).resolve().parents[3]


def _all_counted(result: dict[str, Any]) -> None:
    most = PEOPLE * TIMES
    assert len(result["drafts"]) == PEOPLE
    assert len(set(result["drafts"])) == 1
    assert result["wrong"] == []
    assert result["number"] == str(most)
    assert result["steps"] == [[str(step), str(step + 1)] for step in range(most)]


def test_no_edit_is_lost_in_a_file(tmp_path: Path) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "oneplan.settings.embedded", "ONEPLAN_DATABASE": ""}
    ran = subprocess.run(
        [sys.executable, "-c", COUNT],
        env=os.environ | settings | {"ONEPLAN_DATA": str(tmp_path), "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    _all_counted(json.loads(ran.stdout))


@pytest.mark.django_db(transaction=True)
def test_no_edit_is_lost_on_a_server() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("a database in memory has one connection; the file is tested above")
    _all_counted(counted())
