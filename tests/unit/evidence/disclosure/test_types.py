"""What is not cleared cannot be shown: mypy refuses it, and so does the running program."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from oneplan.evidence.disclosure.cleared import ClearedCell, ClearedTable
from oneplan.evidence.disclosure.clearing import clear
from oneplan.evidence.disclosure.counted import CountedCell, CountedTable, NotCleared
from oneplan.evidence.disclosure.rule import SuppressionRule

CELL = CountedCell((("sex", "Boys"),), 3)
TABLE = CountedTable("Boys", (CELL,))
ROOT = Path(__file__).resolve().parents[4]

PAGE = """
from oneplan.evidence.disclosure.cleared import ClearedTable
from oneplan.evidence.disclosure.counted import CountedTable

def page(table: ClearedTable) -> list[str]:
    return [cell.text for cell in table]

def careful(table: ClearedTable) -> list[str]:
    return page(table)

def careless(table: CountedTable) -> list[str]:
    return page(table)
"""


def test_mypy_lets_a_page_show_only_what_is_cleared(tmp_path: Path) -> None:
    file = tmp_path / "page.py"
    file.write_text(PAGE, encoding="utf-8")
    settings = tmp_path / "mypy.ini"
    settings.write_text(
        f"[mypy]\nmypy_path = {ROOT / 'src'}\nfollow_imports = silent\n", encoding="utf-8"
    )
    said = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", settings, "--cache-dir", tmp_path, file],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    errors = [line for line in said.stdout.splitlines() if ": error:" in line]
    assert len(errors) == 1, said.stdout + said.stderr
    assert ":12: error:" in errors[0]
    assert '"CountedTable"; expected "ClearedTable"' in errors[0]


@pytest.mark.parametrize("uncleared", [CELL, TABLE, clear(TABLE, SuppressionRule("a", "b", 5))])
def test_what_is_not_cleared_has_no_text_and_no_json(uncleared: object) -> None:
    with pytest.raises(NotCleared):
        str(uncleared)
    with pytest.raises(NotCleared):
        f"{uncleared}"
    with pytest.raises(TypeError):
        json.dumps(uncleared)
    with pytest.raises(NotCleared):
        TypeAdapter(type(uncleared))
    assert "3" not in repr(uncleared)


def test_nobody_else_makes_what_is_cleared() -> None:
    with pytest.raises(NotCleared):
        ClearedCell((), "3", 3, "", None, True, seal=object())
    with pytest.raises(NotCleared):
        ClearedTable("Boys", "", "a rule", (), seal=object())


def test_a_cleared_cell_is_not_changed_past_disclosure_control() -> None:
    cleared = clear(TABLE, SuppressionRule("a", "b", 5)).table.cells[0]
    with pytest.raises(ValueError, match="seal"):
        replace(cleared, text="3", count=3)


def test_what_was_published_does_not_tell_its_counts_when_printed() -> None:
    publication = clear(TABLE, SuppressionRule("a", "b", 5)).publication
    assert publication is not None
    for text in (str(publication), repr(publication), f"{publication.cells}"):
        assert "not cleared" in text
        assert "3" not in text


def test_only_clearing_takes_the_seal() -> None:
    sources = (ROOT / "src" / "oneplan").rglob("*.py")
    takers = {
        file.name for file in sources if "seal_of_disclosure_control" in file.read_text("utf-8")
    }
    assert takers == {"cleared.py", "clearing.py"}
