"""Every page: nothing for axe to find, nothing wider than the window, no error in the console."""

from __future__ import annotations

from contextlib import nullcontext
from io import BytesIO

import pdfplumber
import pytest

from builders.browsing import (
    SMALLEST,
    WIDTHS,
    NewPage,
    found_by_axe,
    open_details,
    width_needed,
)

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

NOT_FOUND = "Failed to load resource: the server responded with a status of 404 (Not Found)"
MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_no_phone_scrolls_sideways(
    new_page: NewPage, site: str, name: str
) -> None:
    page = new_page(bypass_csp=True)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    said = page.expect_console_message() if name == "not found" else nullcontext()
    with said:
        page.goto(site + PAGES[name])
    open_details(page)
    assert found_by_axe(page) == []
    assert width_needed(page, SMALLEST) <= SMALLEST
    assert errors == ([NOT_FOUND] if name == "not found" else [])


def test_words_without_end_scroll_no_page(new_page: NewPage, site: str) -> None:
    page = new_page(bypass_csp=True)
    page.goto(f"{site}/plans/endless/actions/")
    action = page.locator("a.op-ref").first.get_attribute("href")
    page.goto(f"{site}/plans/endless/")
    part = page.locator(".op-level-0 a").first.get_attribute("href")
    pages = [f"/plans/endless/{each}" for each in ("", "actions/", "red-pen/", "thread/")]
    wider = []
    for address in ("/", *pages, action, part):
        page.goto(f"{site}{address}")
        for width in (SMALLEST, *WIDTHS):
            if width_needed(page, width) > width:
                wider.append((address, width))
    assert wider == []


@pytest.mark.parametrize("address", ["/plans/towns/", "/plans/told/"])
def test_a_plan_on_a_page_prints_on_one_sheet_of_a3(
    new_page: NewPage, site: str, address: str
) -> None:
    page = new_page()
    page.goto(site + address)
    with pdfplumber.open(BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        sizes = [
            (round(sheet.width / MILLIMETRE), round(sheet.height / MILLIMETRE))
            for sheet in printed.pages
        ]
    assert sizes == [(420, 297)]


def test_marks_keep_their_colours_where_the_system_sets_its_own(
    new_page: NewPage, site: str
) -> None:
    page = new_page(forced_colors="active", reduced_motion="reduce")
    page.goto(f"{site}/plans/towns/")
    fill = page.evaluate("getComputedStyle(document.querySelector('.m-red')).fill")
    moving = page.evaluate("document.getAnimations().length")
    assert fill == "rgb(168, 28, 28)"
    assert moving == 0
