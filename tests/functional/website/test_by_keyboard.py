"""The site by keyboard alone, Tab by Tab: the skip link first, every control reached, the focus always seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import NewPage

pytestmark = pytest.mark.browser

PAGES = ("/plans/towns/", "/plans/towns/actions/lt-1-1/", "/check/")
CONTROLS = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"
FOCUSED = """() => {
    const focused = document.activeElement, style = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    return {
        body: focused === document.body,
        name: focused.outerHTML.slice(0, 120),
        seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
        shown: box.width > 1 && box.height > 1,
    };
}"""


def _tab_through(page: Page, most: int) -> list[dict[str, object]]:
    stops = []
    for _ in range(most):
        before = page.evaluate_handle("document.activeElement")
        page.keyboard.press("Tab")
        page.wait_for_function("before => document.activeElement !== before", arg=before)
        stop = page.evaluate(FOCUSED)
        if stop["body"]:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("address", PAGES)
def test_every_control_is_reached_and_its_focus_seen(
    new_page: NewPage, site: str, address: str
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(site + address)
    visible = [each for each in page.locator(CONTROLS).all() if each.is_visible()]
    stops = _tab_through(page, most=len(visible) + 10)
    assert "govuk-skip-link" in str(stops[0]["name"])
    assert len(stops) >= len(visible)
    assert [stop["name"] for stop in stops if not (stop["seen"] and stop["shown"])] == []


def test_the_skip_link_leads_past_the_top(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.goto(site + "/plans/towns/")
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_marks_are_large_enough_to_hit(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 375, "height": 800})
    page.goto(site + "/plans/towns/")
    boxes = [each.bounding_box() for each in page.locator(".op-mk").all()]
    assert len(boxes) == 2
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)
