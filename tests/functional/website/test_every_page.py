"""Every page: nothing for axe to find, nothing wider than the window, no error in the console."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
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
    "compare": "/compare/",
    "differences": "/compare/towns/told/",
    "accessibility": "/accessibility/",
    "privacy": "/privacy/",
    "not found": "/nowhere/",
}


WIDTHS = (1280, 375)
SMALLEST = 320
MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_no_phone_scrolls_sideways(
    browser: Browser, site: str, name: str
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(site + PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [(width, each) for each in Axe().run(page).response["violations"]]
    page.set_viewport_size({"width": SMALLEST, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [
        (width, each["id"], [node["html"][:160] for node in each["nodes"]]) for width, each in found
    ] == []
    assert wide <= SMALLEST
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert errors == (expected if name == "not found" else [])


def test_words_without_end_scroll_no_page(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/plans/endless/actions/")
    action = page.locator("a.op-ref").first.get_attribute("href")
    page.goto(f"{site}/plans/endless/")
    part = page.locator(".op-level-0 a").first.get_attribute("href")
    pages = [f"/plans/endless/{each}" for each in ("", "actions/", "red-pen/", "thread/")]
    wider = []
    for address in ("/", *pages, action, part):
        page.goto(f"{site}{address}")
        for width in (SMALLEST, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append((address, width))
    context.close()
    assert wider == []


@pytest.mark.parametrize("address", ["/plans/towns/", "/plans/told/"])
def test_a_plan_on_a_page_prints_on_one_sheet_of_a3(
    browser: Browser, site: str, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + address)
    with pdfplumber.open(BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        sizes = [
            (round(sheet.width / MILLIMETRE), round(sheet.height / MILLIMETRE))
            for sheet in printed.pages
        ]
    context.close()
    assert sizes == [(420, 297)]


def test_marks_keep_their_colours_where_the_system_sets_its_own(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}/plans/towns/")
    fill = page.evaluate("getComputedStyle(document.querySelector('.m-red')).fill")
    moving = page.evaluate("document.getAnimations().length")
    context.close()
    assert fill == "rgb(168, 28, 28)"
    assert moving == 0
