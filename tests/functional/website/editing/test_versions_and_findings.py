"""Versions are frozen, compared and gone back to, and findings are judged, by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from builders.browsing import reach
from builders.site_of_editors import FIRST, SECOND, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

TEXT = "parts/sa-1/change/text/"


def _press(page: Page, control: Locator, key: str = "Enter") -> None:
    reach(page, control)
    page.keyboard.press(key)


def _type(page: Page, label: str, words: str) -> None:
    reach(page, page.get_by_label(label))
    page.keyboard.type(words)


def _is_told(page: Page, words: str) -> None:
    """What came of a button is said at the top of the page, and the focus is there."""
    told = page.get_by_role("status").filter(has_text=words)
    expect(told).to_be_focused()


def _change_the_first_action(page: Page, address: str, words: str) -> None:
    page.goto(address + TEXT)
    page.get_by_label("What will be done").fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".op-came-of")).to_contain_text("Saved")


def _freeze(page: Page, address: str, number: str) -> None:
    page.goto(address + "versions/")
    _press(page, page.get_by_role("link", name="Freeze a version"))
    page.wait_for_url("**/versions/freeze/")
    _type(page, "Number of the version", number)
    _type(page, "What it is", "Agreed in spring")
    _press(page, page.get_by_role("button", name="Freeze it"))
    _is_told(page, f"Version {number} is frozen")


def test_a_version_is_frozen_compared_and_gone_back_to(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page, address = sign_in(FIRST), editors.a_plan()
    page.goto(address + "versions/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No version has been frozen yet")
    _freeze(page, address, "1.0")
    expect(page.locator("main")).to_contain_text("Agreed in spring")
    _change_the_first_action(sign_in(SECOND), address, "Train ninety wardens")
    page.reload()
    _press(page, page.get_by_role("button", name="Compare"))
    page.wait_for_url("**/versions/compare/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("thing differs")
    expect(page.locator("main")).to_contain_text("ninety")
    page.go_back()
    _press(page, page.get_by_role("link", name="Go back to 1.0"))
    page.wait_for_url("**/go-back/")
    _press(page, page.get_by_role("button", name="Go back to 1.0"))
    _is_told(page, "The plan is what it was in version 1.0")
    page.goto(address + "actions/sa-1/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Train wardens")


def test_two_versions_are_chosen_with_the_arrow_keys(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page, address = sign_in(FIRST), editors.a_plan()
    for number, words in (("1.0", "Train ten wardens"), ("1.1", "Train eleven wardens")):
        _change_the_first_action(page, address, words)
        _freeze(page, address, number)
    earlier = page.get_by_label("From: version 1.0")
    reach(page, page.get_by_label("From: version 1.1"))
    page.keyboard.press("ArrowDown")
    expect(earlier).to_be_checked()
    reach(page, page.get_by_label("To: the plan now"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("To: version 1.1")).to_be_checked()
    _press(page, page.get_by_role("button", name="Compare"))
    page.wait_for_url("**/versions/compare/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("version 1.0 and version 1.1")
    expect(page.locator("main ins").first).to_contain_text("eleven")


def _choose_the_first(page: Page) -> str:
    """Ticks the first finding; gives its title."""
    finding = page.locator(".op-find").first
    _press(page, finding.get_by_role("checkbox"), "Space")
    expect(finding.get_by_role("checkbox")).to_be_checked()
    return finding.get_by_role("heading").inner_text()


def test_a_finding_is_accepted_with_a_reason_and_opened_again(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page, address = sign_in(FIRST), editors.a_plan()
    page.goto(address + "red-pen/")
    title = _choose_the_first(page)
    _press(page, page.get_by_role("button", name=re.compile("^Accept those chosen")))
    page.wait_for_url("**/red-pen/accept/**")
    _press(page, page.get_by_role("button", name="Accept", exact=True))
    expect(page.get_by_role("alert")).to_be_focused()
    _type(page, "Why it may stay as it is", "The board wants it so")
    _press(page, page.get_by_role("button", name="Accept", exact=True))
    _is_told(page, "1 finding accepted")
    accepted = page.get_by_role("region", name="One finding has been accepted with a reason")
    expect(accepted).to_contain_text("The board wants it so")
    expect(accepted).to_contain_text(title.partition(": ")[2])
    _press(page, accepted.get_by_role("button", name="Open it again"))
    _is_told(page, "It is open again")
    expect(accepted).to_have_count(0)


def test_a_finding_is_given_to_somebody_and_taken_back(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page, address = sign_in(FIRST), editors.a_plan()
    page.goto(address + "red-pen/")
    for whom, button, then in (("Birch", "Give", "Given to Birch"), ("", "Give to nobody", "")):
        _choose_the_first(page)
        _press(page, page.get_by_role("button", name="Give those chosen to somebody"))
        page.wait_for_url("**/red-pen/give/**")
        if whom:
            _type(page, "Who is to settle it", whom)
        _press(page, page.get_by_role("button", name=button, exact=True))
        _is_told(page, "1 finding given")
        finding = page.locator(".op-find").first
        expect(finding.get_by_text(re.compile("^Given to"))).to_have_text([then] if then else [])
