"""Words without end, paper, and colours that the system sets."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest

from builders.browsing import SMALLEST, WIDTHS, NewPage, width_needed

pytestmark = pytest.mark.browser

MILLIMETRE = 72 / 25.4


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
