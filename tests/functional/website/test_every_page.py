"""Every page: nothing for axe to find, nothing wider than the window, no error in the console."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "plan on a page": "/plans/towns/",
    "told plan on a page": "/plans/told/",
    "outcome": "/plans/towns/elements/thriving-towns/",
    "told outcome": "/plans/told/elements/people-feel-home/",
    "list of actions": "/plans/towns/actions/",
    "action": "/plans/towns/actions/lt-1-1/",
    "action without much": "/plans/towns/actions/lt-2-1/",
    "red pen": "/plans/towns/red-pen/",
    "red pen filtered": "/plans/towns/red-pen/?severity=error&part=thriving-towns",
    "recommendations": "/plans/towns/recommendations/",
    "thread": "/plans/towns/thread/",
    "told thread": "/plans/told/thread/",
    "rules": "/rules/",
    "rule": "/rules/same-period-baseline-target/",
    "check": "/check/",
    "accessibility": "/accessibility/",
    "privacy": "/privacy/",
    "not found": "/nowhere/",
}


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, site: str, name: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(site + PAGES[name])
    for details in page.locator("details").all():
        details.evaluate("each => each.open = true")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_small_phone(browser: Browser, site: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(site + PAGES[name])
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 320
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert errors == (expected if name == "not found" else [])
