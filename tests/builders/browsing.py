"""What browser tests do with a page; each step ends when the browser has done it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

NewPage = Callable[..., Page]
"""Opens a page for a new visitor, with the options of Playwright's contexts."""

PATIENCE = 60_000.0
"""Milliseconds for each step, on the busiest machine."""
PATIENCE_TO_READ = 600_000.0
"""Milliseconds until a plan that was sent has been read."""
SMALLEST = 320
WIDTHS = (1280, SMALLEST)
_MOST_STOPS = 80
_AXE = Axe().axe_script
_VIOLATIONS = "options => axe.run(options).then(found => found.violations)"
_ALL_RULES = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
    "preload": False,  # for rules about films and turned screens, which find nothing to look at here
}
"""All that axe looks for unasked – WCAG 2.2 A and AA, its own good practice – and the size of targets."""


def reach(page: Page, wanted: Locator) -> None:
    """Presses Tab until the control has the focus.

    Raises:
        AssertionError: eighty times did not suffice.
    """
    for _ in range(_MOST_STOPS):
        before = page.evaluate_handle("document.activeElement")
        page.keyboard.press("Tab")
        page.wait_for_function("before => document.activeElement !== before", arg=before)
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by keyboard")


def resize(page: Page, width: int, height: int = 900) -> None:
    """Makes the window so large, and waits until the page knows."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("width => window.innerWidth === width", arg=width)


def width_needed(page: Page, width: int) -> int:
    """How wide the page is in a window of this width; more, where it scrolls sideways."""
    resize(page, width, height=640)
    return int(page.evaluate("document.documentElement.scrollWidth"))


def open_details(page: Page) -> None:
    """Opens everything on the page that can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def found_by_axe(page: Page, widths: Sequence[int] = WIDTHS) -> list[tuple[int, str, list[str]]]:
    """What axe finds in windows of these widths: the width, its rule, the beginnings of the places."""
    found = []
    page.evaluate(_AXE)
    for width in widths:
        resize(page, width)
        for each in page.evaluate(_VIOLATIONS, _ALL_RULES):
            found.append((width, each["id"], [node["html"][:160] for node in each["nodes"]]))
    return found
