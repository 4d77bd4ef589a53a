"""Two people at one text; and the same forms without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import SMALLEST, found_by_axe, width_needed
from builders.site_of_editors import FIRST, SECOND, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

TEXT = "parts/sa-1/change/text/"


def _type(page: Page, words: str) -> None:
    page.get_by_label("What will be done").fill(words)


def _save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_the_second_sees_both_texts_and_chooses(sign_in: SignIn, editors: SiteOfEditors) -> None:
    address = editors.a_plan()
    first, second = sign_in(FIRST), sign_in(SECOND, bypass_csp=True)
    for page in (first, second):
        page.goto(address + TEXT)
        expect(page.get_by_label("What will be done")).to_be_focused()
    _type(first, "Train sixty wardens")
    _save(first)
    expect(first.locator(".op-came-of")).to_contain_text("Saved")
    _type(second, "Train forty wardens")
    _save(second)
    expect(second.get_by_role("heading", level=1)).to_contain_text("Somebody changed this")
    expect(second.locator(".op-clash del")).to_have_text("sixty")
    expect(second.locator(".op-clash ins")).to_have_text("forty")
    assert found_by_axe(second) == []
    assert width_needed(second, SMALLEST) <= SMALLEST
    second.get_by_role("button", name="Save what is chosen").click()
    expect(second.get_by_role("alert")).to_contain_text("Choose which of the texts")
    second.get_by_label("Put what you wrote").check()
    second.get_by_role("button", name="Save what is chosen").click()
    expect(second.locator(".op-came-of")).to_contain_text("Train forty wardens")
    assert found_by_axe(second) == []


def test_what_was_typed_of_a_removed_action_brings_it_back(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    address = editors.a_plan()
    first, second = sign_in(FIRST), sign_in(SECOND, bypass_csp=True)
    second.goto(address + TEXT)
    expect(second.get_by_label("What will be done")).to_be_focused()
    first.goto(address + "parts/sa-1/remove/")
    first.get_by_role("button", name="Remove it").click()
    expect(first.locator(".op-came-of")).to_contain_text("removed")
    _type(second, "Train forty wardens")
    _save(second)
    expect(second.get_by_role("heading", level=1)).to_contain_text("This was removed while")
    expect(second.get_by_label("What will be done")).to_have_value("Train forty wardens")
    assert found_by_axe(second) == []
    assert width_needed(second, SMALLEST) <= SMALLEST
    second.get_by_role("button", name="Bring it back with what you wrote").click()
    expect(second.locator(".op-came-of")).to_contain_text("Saved")
    expect(second.get_by_role("heading", level=1)).to_contain_text("Train forty wardens")


def test_all_actions_are_changed_at_once_after_a_look(
    sign_in: SignIn, editors: SiteOfEditors
) -> None:
    page = sign_in(FIRST, bypass_csp=True)
    page.goto(editors.a_plan() + "actions/")
    page.get_by_role("button", name="at once").last.click()
    page.get_by_label("Status").fill("On track")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_text("Status nothing becomes “On track”").first).to_be_visible()
    assert found_by_axe(page) == []
    assert width_needed(page, SMALLEST) <= SMALLEST
    page.get_by_role("button", name="Change them all").click()
    expect(page.locator(".op-came-of")).to_contain_text("Saved")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".op-came-of")).to_contain_text("Taken back")


def test_a_measure_is_understood_while_it_is_typed(sign_in: SignIn, editors: SiteOfEditors) -> None:
    page = sign_in(FIRST)
    page.goto(editors.address_of_a_plan_to_look_at + "parts/sa-1.m/change/text/")
    page.get_by_label("The measure, as a sentence").fill(
        "Cut falls from 90 in 2025 to 45 by May 2028"
    )
    expect(page.locator("#understood")).to_contain_text("It should fall")
    expect(page.locator("#understood")).to_contain_text("45, May 2028")


def test_all_is_done_without_a_script(sign_in: SignIn, editors: SiteOfEditors) -> None:
    page = sign_in(FIRST, java_script_enabled=False)
    address = editors.a_plan()
    page.goto(address + "parts/sa-1.m/change/text/")
    page.get_by_label("The measure, as a sentence").fill(
        "Cut falls from 90 in 2025 to 45 by May 2028"
    )
    page.get_by_role("button", name="Show how this is understood").click()
    expect(page.locator("#understood")).to_contain_text("45, May 2028")
    _save(page)
    expect(page.locator(".op-came-of")).to_contain_text("Saved")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".op-came-of")).to_contain_text("Taken back")
    page.goto(address + "actions/")
    page.get_by_label("Choose SA 1").check()
    page.get_by_label("Choose SA 2").check()
    page.get_by_role("button", name="Change the ticked ones at once").click()
    page.get_by_role("textbox", name="By when").fill("June 2029")
    page.get_by_role("button", name="Change them all").click()
    expect(page.locator(".op-came-of")).to_contain_text("2 actions changed")
