"""Ten things of a plan are changed by keyboard alone, and one of them is undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import reach
from builders.site_of_editors import FIRST, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

CHANGES = (
    ("actions/sa-1/", "Change what will be done", "Train sixty wardens"),
    ("actions/sa-1/", "Change by when", "by May 2028"),
    ("actions/sa-1/", "Change who leads it", "Head of Fire Safety"),
    ("actions/sa-1/", "Change the money", "£9,000 from the fire fund"),
    ("actions/sa-1/", "Change the steps", "Find two trainers"),
    ("actions/sa-1/", "Add status", "On track"),
    ("actions/sa-2/", "Change the reference", "SA 7"),
    ("elements/safe/", "Change the title", "Safe and sound"),
    ("elements/safe/", "Change this statement “Falls have doubled”", "Falls have trebled"),
    ("particulars/", "Change whose plan it is", "Fenshire All Together"),
)


def _change(page: Page, name: str, words: str) -> None:
    reach(page, page.get_by_role("link", name=name).first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/*/")
    field = page.locator(".op-form :is(input:not([type=hidden]), textarea)").first
    expect(field).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    reach(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(".op-came-of")).to_contain_text("Saved")
    expect(page.locator("main")).to_contain_text(words)


def test_ten_things_are_changed_by_keyboard(sign_in: SignIn, editors: SiteOfEditors) -> None:
    page = sign_in(FIRST)
    address = editors.a_plan()
    for path, name, words in CHANGES:
        page.goto(address + path)
        _change(page, name, words)
    reach(page, page.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(page.locator(".op-came-of")).to_contain_text("Taken back")
    expect(page.locator("main")).to_contain_text("Fenshire Together")
