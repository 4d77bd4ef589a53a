"""A partnership is set up by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import reach
from builders.site_of_partners import SiteOfPartners

pytestmark = pytest.mark.browser


def _add(page: Page, name: str) -> None:
    reach(page, page.get_by_role("link", name="Organisations", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/")
    reach(page, page.get_by_role("link", name="Add an organisation"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/add/")
    reach(page, page.get_by_label("Name", exact=True))
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
    reach(page, page.get_by_role("link", name="Marsh Trust", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Marsh Trust")
    reach(page, page.get_by_role("link", name="It has ended"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/end/")
    reach(page, page.get_by_label("The day on which it ended"))
    page.keyboard.type("30 June 2022")
    reach(page, page.get_by_label("Marsh Care Board"))
    page.keyboard.press("Space")
    expect(page.get_by_label("Marsh Care Board")).to_be_checked()
    reach(page, page.get_by_role("button", name="Save"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Marsh Care Board answers for its actions today")).to_be_visible()
