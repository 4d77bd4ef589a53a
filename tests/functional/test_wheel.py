"""The built wheel alone, in a clean environment of the newest Python here, without Node."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
PATIENCE = 60


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
    tried = subprocess.run([python, "-c", "import venv"], capture_output=True, check=False)
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
    _run(*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    _run(_newest_python(), "-m", "venv", folder / "env")
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    _run(
        programs / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install", wheel
    )
    return programs


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own address
        return str(answer.read().decode())


@pytest.fixture
def site(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the demo, started from the wheel with no other program in reach."""
    port = _free_port()
    words = [installed / "oneplan", "demo", "--no-browser", "--port", str(port), "--data", tmp_path]
    demo = subprocess.Popen(
        [str(word) for word in words],
        env={"PATH": str(installed)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(address, demo)
        yield address
    finally:
        demo.terminate()
        demo.wait(timeout=20)
        if demo.stdout:
            demo.stdout.close()


def _wait_for(address: str, demo: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert demo.poll() is None, demo.stdout.read().decode() if demo.stdout else ""
        try:
            _page(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"{address} did not answer within {PATIENCE} s")


def test_the_demo_from_the_wheel_shows_the_example_plans_in_their_look(site: str) -> None:
    front = _page(site)
    assert "Worcestershire" in front
    styles = re.findall(r'<link[^>]+href="([^"]+\.css[^"]*)"', front)
    assert styles
    for style in styles:
        assert _page(site.rstrip("/") + style)


def test_the_commands_from_the_wheel_work_without_anything_else(installed: Path) -> None:
    said = subprocess.run(
        [str(installed / "oneplan"), "rules"],
        env={"PATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "direction-contradicts-values" in said
