"""The built wheel alone, in a clean environment of the newest Python here, without Node."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.running_site import (
    page_at,
    port_of_ones_own,
    running,
    wait_until_it_answers,
)

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")


def _newest_python() -> str:
    for name in PYTHONS:
        for found in (shutil.which(name), *_kept_by_pyenv(name)):
            if found and _starts(found):
                return found
    return sys.executable


def _kept_by_pyenv(name: str) -> list[str]:
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return sorted(map(str, root.glob(f"versions/*/bin/{name}")))


def _starts(python: str) -> bool:
    tried = subprocess.run(
        [python, "-c", "import ensurepip, venv"], capture_output=True, check=False
    )
    return tried.returncode == 0


def _run(*words: str | Path) -> None:
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{words}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    asked = [*pip, "download", "--no-deps", "--dest", str(folder / "asked"), "hatchling"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("no package index can be reached")
    _run(*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    _run(_newest_python(), "-m", "venv", folder / "env")
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    _run(
        programs / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install", wheel
    )
    return programs


@pytest.fixture
def site(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the demo, started from the wheel with no other program in reach."""
    with port_of_ones_own() as port:
        pass
    words = [installed / "oneplan", "demo", "--no-browser", "--port", str(port), "--data", tmp_path]
    with running(words, tmp_path, {"PATH": str(installed)}, subprocess.PIPE) as demo:
        address = _where_it_says_it_is(demo)
        wait_until_it_answers(address, demo)
        yield address


def _where_it_says_it_is(demo: subprocess.Popen[bytes]) -> str:
    assert demo.stdout is not None
    for line in demo.stdout:
        if said := re.search(rb"http://\S+/", line):
            return said[0].decode()
    raise AssertionError("the demo ended without saying where it is")


def test_the_demo_from_the_wheel_shows_the_example_plans_in_their_look(site: str) -> None:
    front = page_at(site)
    assert "Worcestershire" in front
    styles = re.findall(r'<link[^>]+href="([^"]+\.css[^"]*)"', front)
    assert styles
    for style in styles:
        assert page_at(site.rstrip("/") + style)


def test_the_commands_from_the_wheel_work_without_anything_else(installed: Path) -> None:
    said = subprocess.run(
        [str(installed / "oneplan"), "rules"],
        env={"PATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "direction-contradicts-values" in said
