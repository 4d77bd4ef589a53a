"""What can be typed and set is told in the documentation, and what is told there can be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from oneplan.commandline.main import app
from oneplan.commandline.manage import OURS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TOLD = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
SETTING = re.compile(r"ONEPLAN_[A-Z_]*[A-Z]")
OF_SOMEBODYS_DIRECTORY = "ONEPLAN_DIRECTORY_"
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
TYPED = re.compile(
    r"^`?\s*(?:\S+ \* )?(?:\$ )?oneplan ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", re.MULTILINE
)
COMMANDS = set(get_command(app).commands)


def _settings() -> Iterator[str]:
    """The settings of the site and of its tests, by their names."""
    for folder in ("src/oneplan/settings", "tests"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                named = node.id if isinstance(node, ast.Name) else getattr(node, "value", None)
                if isinstance(named, str) and SETTING.fullmatch(named):
                    yield named


def test_every_setting_is_told() -> None:
    settings = {name for name in _settings() if not name.startswith(OF_SOMEBODYS_DIRECTORY)}
    assert len(settings) > 20
    assert sorted(settings - set(SETTING.findall(TOLD))) == []


def test_every_setting_that_is_told_is_one() -> None:
    told = {name for name in SETTING.findall(TOLD) if not name.startswith(OF_SOMEBODYS_DIRECTORY)}
    assert sorted(told - set(_settings())) == []


def _typed() -> set[tuple[str, str]]:
    """The commands that stand in code, each with the word after it."""
    return {words for code in CODE.findall(TOLD) for words in TYPED.findall(code)}


def test_every_command_is_told() -> None:
    typed = _typed()
    assert sorted(COMMANDS - {command for command, _ in typed}) == []
    assert sorted(OURS - {word for command, word in typed if command == "manage"}) == []


def test_every_command_that_is_told_is_one() -> None:
    assert sorted({command for command, _ in _typed()} - COMMANDS) == []
