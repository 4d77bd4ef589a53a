"""A site with the standing cast on it, and a browser for each role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from builders.browsing import PATIENCE
from builders.served_site import environment_of, make_tables, served, told_by
from builders.site_of_the_cast import SiteOfTheCast, Visit
from builders.site_plans import full_plan, told_plan
from oneplan.document.files import to_json


@pytest.fixture(scope="session")
def cast_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfTheCast]:
    """The site, as the demo serves it, with two plans on its shelf."""
    data = tmp_path_factory.mktemp("cast")
    (data / "plans").mkdir()
    for name, plan in (("towns", full_plan()), ("told", told_plan())):
        (data / "plans" / f"{name}.json").write_text(to_json(plan), encoding="utf-8")
    environment = environment_of(
        data,
        ONEPLAN_DEMONSTRATION="1",
        DJANGO_SETTINGS_MODULE="builders.failing_site",
    )
    make_tables(environment)
    told = json.loads(told_by(environment, "builders.site_of_the_cast"))
    with served(environment) as address:
        yield SiteOfTheCast(address, **told)


@pytest.fixture
def visit(browser: Browser, cast_site: SiteOfTheCast) -> Iterator[Visit]:
    """Browsers of the cast; they are closed when the test ends."""
    opened = []

    def visiting(who: str, **options: Any) -> BrowserContext:
        context = browser.new_context(base_url=cast_site.address, **options)
        context.add_cookies(cast_site.cookies(who))
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    yield visiting
    for context in opened:
        context.close()
