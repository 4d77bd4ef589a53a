"""The manners of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "manager", "service", "base", "common", "misc"}
MOST_LINES = 300
OF_A_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|farm|home)/\w|/tmp/\w|pythonhosted|registry\.npmjs|deb\.debian|files\.pypi"
)
LEFT_UNDONE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


WRITTEN = [path for path in SOURCES if path.parent.name != "migrations"]  # Django writes those


@pytest.mark.parametrize("path", WRITTEN, ids=_name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_name_says_what_is_in_it(path: Path) -> None:
    assert not VAGUE & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_nothing_is_left_undone(path: Path) -> None:
    assert not LEFT_UNDONE.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_every_room_and_file_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))


def test_no_file_speaks_of_the_machine_it_was_made_on() -> None:
    guilty = []
    for path in _tracked():
        if path.suffix in {".woff2", ".png", ".ico"} or path.name == Path(__file__).name:
            continue
        found = OF_A_MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))
        if found:
            guilty.append(f"{_name(path)}: {found[0]}")
    assert guilty == []


def test_every_dependency_says_why_it_is_there() -> None:
    inside = False
    without = []
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines():
        if re.match(r"(?:dependencies|requires|test|check) = \[", line):
            inside = True
        elif line == "]":
            inside = False
        elif inside and line.strip().startswith('"') and "# " not in line:
            without.append(line.strip())
    assert without == []


def test_the_floors_are_checked_without_an_exception() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert any(contract["type"] == "layers" for contract in contracts)
    assert not any("ignore_imports" in contract for contract in contracts)
