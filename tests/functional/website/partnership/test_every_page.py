"""Every page of a partnership: nothing for axe to find, nothing wider than a telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import SMALLEST, found_by_axe, width_needed
from builders.site_of_partners import SiteOfPartners

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "settings/",
    "search/?words=fen",
    "names/",
    "people/",
    "people/add/",
    "organisations/",
    "organisations/add/",
    "organisations/{trust}/",
    "organisations/{trust}/change/",
    "organisations/{trust}/end/",
    "posts/",
    "posts/?on=never",
    "posts/{post}/",
    "posts/{post}/change/",
    "posts/{post}/holders/add/",
    "holders/{holding}/change/",
    "boards/",
    "boards/{board}/",
    "boards/{board}/change/",
    "boards/{board}/answers-to/",
    "boards/{board}/members/add/",
    "seats/{seat}/change/",
    "strategies/",
    "strategies/{strategy}/",
    "strategies/{strategy}/change/",
    "merge/organisation/{trust}/",
)
EMPTY = ("", "organisations/", "posts/", "boards/", "strategies/", "names/")


def _faults(page: Page, address: str) -> list[object]:
    answer = page.goto(address)
    assert answer
    assert answer.ok, address
    expect(page.locator("h1")).to_have_count(1)
    found: list[object] = [(address, *each) for each in found_by_axe(page)]
    wide = width_needed(page, SMALLEST)
    return found + ([(address, "scrolls sideways", wide)] if wide > SMALLEST else [])


def test_pages_of_a_partnership_that_has_everything(
    administrator: Page, partners: SiteOfPartners
) -> None:
    found = []
    for page in PAGES:
        found += _faults(administrator, partners.full + page.format(**partners.made))
    assert found == []


def test_pages_of_a_partnership_that_has_nothing_yet(
    administrator: Page, partners: SiteOfPartners
) -> None:
    found = []
    for page in EMPTY:
        found += _faults(administrator, partners.empty + page)
    for address in ("/partnerships/", "/start-a-partnership/"):
        found += _faults(administrator, partners.address + address)
    assert found == []


def test_a_form_with_errors(administrator: Page, partners: SiteOfPartners) -> None:
    administrator.goto(partners.full + "boards/{board}/members/add/".format(**partners.made))
    administrator.get_by_label("On the board since").fill("never")
    administrator.get_by_role("button", name="Add them").click()
    expect(administrator.get_by_role("alert")).to_contain_text("Enter a day like")
    administrator.get_by_label("On the board since").fill("")
    administrator.get_by_role("button", name="Add them").click()
    expect(administrator.get_by_role("alert")).to_contain_text("or enter a name")
    assert found_by_axe(administrator) == []
    administrator.get_by_role("link", name="or enter a name").click()
    expect(administrator.locator("#who")).to_be_focused()
