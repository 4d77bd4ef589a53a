"""A partnership is set up by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from builders.site_of_partners import SiteOfPartners

pytestmark = pytest.mark.browser

MOST_STOPS = 60


def _reach(page: Page, wanted: Locator) -> None:
    """Presses Tab until the control has the focus."""
    for _ in range(MOST_STOPS):
        before = page.evaluate_handle("document.activeElement")
        page.keyboard.press("Tab")
        page.wait_for_function("before => document.activeElement !== before", arg=before)
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by keyboard")


def _add(page: Page, name: str) -> None:
    _reach(page, page.get_by_role("link", name="Organisations", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/")
    _reach(page, page.get_by_role("link", name="Add an organisation"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/add/")
    _reach(page, page.get_by_label("Name", exact=True))
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_body_is_added_ended_and_followed_by_another(
    administrator: Page, partners: SiteOfPartners
) -> None:
    page = administrator
    page.goto(partners.full)
    _add(page, "Marsh Trust")
    page.goto(partners.full)
    _add(page, "Marsh Care Board")
    page.goto(partners.full + "organisations/")
    _reach(page, page.get_by_role("link", name="Marsh Trust", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Marsh Trust")
    _reach(page, page.get_by_role("link", name="It has ended"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/end/")
    _reach(page, page.get_by_label("The day on which it ended"))
    page.keyboard.type("30 June 2022")
    _reach(page, page.get_by_label("Marsh Care Board"))
    page.keyboard.press("Space")
    expect(page.get_by_label("Marsh Care Board")).to_be_checked()
    _reach(page, page.get_by_role("button", name="Save"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Marsh Care Board answers for its actions today")).to_be_visible()
