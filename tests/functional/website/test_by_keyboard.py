"""The site by keyboard alone: the skip link first, every control reached, the focus always seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/plans/towns/",
    "/plans/towns/actions/",
    "/plans/towns/actions/lt-1-1/",
    "/plans/towns/red-pen/",
    "/check/",
)
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
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["body"]:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("address", PAGES)
def test_every_control_is_reached_and_its_focus_seen(
    browser: Browser, site: str, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site + address)
    visible = [each for each in page.locator(CONTROLS).all() if each.is_visible()]
    stops = _tab_through(page, most=len(visible) + 10)
    context.close()
    assert "govuk-skip-link" in str(stops[0]["name"])
    assert len(stops) >= len(visible)
    assert [stop["name"] for stop in stops if not (stop["seen"] and stop["shown"])] == []


def test_the_skip_link_leads_past_the_top(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + "/plans/towns/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    context.close()
    assert inside


def test_marks_are_large_enough_to_hit(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(site + "/plans/towns/")
    boxes = [each.bounding_box() for each in page.locator(".op-mk").all()]
    context.close()
    assert len(boxes) == 2
    assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)
