"""The site as its visitors have it: a real server, a real browser."""

from __future__ import annotations

import os
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
from playwright.sync_api import Browser, Page, sync_playwright

from builders.site_plans import endless_plan, full_plan, told_plan
from oneplan.document.files import to_json

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 30.0


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with three plans, served as the demo serves it."""
    data = tmp_path_factory.mktemp("site")
    (data / "plans").mkdir()
    (data / "plans" / "towns.json").write_text(to_json(full_plan()), encoding="utf-8")
    (data / "plans" / "told.json").write_text(to_json(told_plan()), encoding="utf-8")
    (data / "plans" / "endless.json").write_text(to_json(endless_plan()), encoding="utf-8")
    port = _free_port()
    environment = {
        **os.environ,
        "ONEPLAN_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "oneplan.settings.embedded",
    }
    migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=environment, cwd=data, check=True)
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--no-log", "oneplan.website.wsgi:application",
    ]  # fmt: skip
    server = subprocess.Popen(command, env=environment, cwd=data)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh visitor without JavaScript: the site must not need it."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A small plan as a visitor may have it."""
    file = tmp_path / "night-plan.csv"
    file.write_text(
        "Ref,Action,By when,Progress measures,Lead officer\n"
        "QN 1.1,Fit quieter tyres to every council van,March 2027,"
        "Cut complaints from 90 in March 2026 to 60 in March 2026,Head of Fleet\n"
        "QN 1.2,Move bin rounds away from five in the morning,June 2026,,\n",
        encoding="utf-8",
    )
    return file


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait_for(address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own address
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the site did not start")
