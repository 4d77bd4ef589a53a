"""The site as its visitors have it: a real server, a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from builders.browsing import PATIENCE, NewPage
from builders.served_site import environment_of, make_tables, served
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

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=list(_FLAGS), timeout=5 * PATIENCE
        )
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
    environment = environment_of(data)
    make_tables(environment)
    with served(environment) as address:
        yield address


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Pages for new visitors, with patience; they are closed when the test ends."""
    with ExitStack() as visits:

        def opened(**options: Any) -> Page:
            context = browser.new_context(**options)
            visits.callback(context.close)
            context.set_default_timeout(PATIENCE)
            return context.new_page()

        yield opened


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A fresh visitor without JavaScript: the site must not need it."""
    return new_page(java_script_enabled=False)


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
