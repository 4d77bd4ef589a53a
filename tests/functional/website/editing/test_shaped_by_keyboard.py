"""A plan is taken apart and put together by keyboard alone: what came of each step has the focus."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import reach
from builders.site_of_editors import FIRST, SECOND, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

TEXT = "parts/sa-1/change/text/"


def _press(page: Page, role: Literal["link", "button"], name: str) -> None:
    """Goes to a control and presses Enter, and waits for the page that comes of it."""
    reach(page, page.get_by_role(role, name=name).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _done(page: Page, words: str) -> None:
    told = page.locator(".op-came-of")
    expect(told).to_be_focused()
    expect(told).to_contain_text(words)


def _follow_the_error(page: Page) -> None:
    """Goes from what is said to be wrong to the field that it is about."""
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_an_action_is_moved_split_merged_and_removed(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page = sign_in(FIRST)
    page.goto(editors.a_plan() + "actions/sa-2/")
    _press(page, "link", "Move it")
    _press(page, "button", "Move up")
    _done(page, "where it stands")
    _press(page, "link", "Split it in two")
    reach(page, page.get_by_label("What the second one says"))
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Visit farms")
    _press(page, "button", "Split it")
    _done(page, "one made two")
    _press(page, "link", "Merge another into it")
    reach(page, page.get_by_label("The other one, which goes"))
    page.keyboard.type("SA 1")
    _press(page, "button", "Merge them")
    _done(page, "two made one")
    _press(page, "link", "Remove it")
    _press(page, "button", "Remove it")
    _done(page, "removed")
    _press(page, "button", "Undo")
    _done(page, "Taken back")


def test_an_error_is_read_first_and_leads_to_its_field(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page = sign_in(FIRST)
    page.goto(editors.address_of_a_plan_to_look_at + "parts/safe/change/title/")
    expect(page.get_by_label("Title")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    _press(page, "button", "Save")
    _follow_the_error(page)
    expect(page.get_by_label("Title")).to_be_focused()


def test_a_choice_between_two_texts_is_made(sign_in: SignIn, editors: SiteOfEditors) -> None:
    address = editors.a_plan()
    first, second = sign_in(FIRST), sign_in(SECOND)
    for page in (first, second):
        page.goto(address + TEXT)
        expect(page.get_by_label("What will be done")).to_be_focused()
        page.keyboard.press("Control+A")
    first.keyboard.insert_text("Train sixty wardens")
    _press(first, "button", "Save")
    _done(first, "Saved")
    second.keyboard.insert_text("Train forty wardens")
    _press(second, "button", "Save")
    _press(second, "button", "Save what is chosen")
    _follow_the_error(second)
    expect(second.get_by_label("Keep what it says now")).to_be_focused()
    second.keyboard.press("ArrowDown")
    expect(second.get_by_label("Put what you wrote")).to_be_checked()
    _press(second, "button", "Save what is chosen")
    _done(second, "Train forty wardens")
