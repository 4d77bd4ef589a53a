"""Signing in as people do, in a real browser without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import NewPage
from builders.signing_in import FOUR_WORDS, app_code
from builders.site_of_people import SiteOfPeople

pytestmark = pytest.mark.browser


_FIRST = "You belong to no partnership yet"
"""What the first page says to whoever signs in here: nobody has been added to a partnership."""


def _heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def _by_code(page: Page, people: SiteOfPeople, email: str) -> None:
    page.goto(f"{people.address}/sign-in/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    _heading(page, "Type the code from your e-mail")
    page.get_by_label("The code").fill(people.code_for(email))
    page.get_by_role("button", name="Sign in", exact=True).click()
    _heading(page, _FIRST)


def _by_password(page: Page, people: SiteOfPeople, email: str, password: str = FOUR_WORDS) -> None:
    page.goto(f"{people.address}/sign-in/")
    page.get_by_role("link", name="Sign in with a password instead").click()
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label("Your password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _sign_out(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link").last.click()
    _heading(page, "Your account")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner")).to_contain_text("Sign in")


def test_by_a_code_from_the_first_page_and_out_again(page: Page, people: SiteOfPeople) -> None:
    page.goto(people.address)
    page.get_by_role("banner").get_by_role("link", name="Sign in").click()
    _by_code(page, people, "ada@vale.example")
    expect(page.get_by_role("banner")).to_contain_text("Ada Marsh")
    _sign_out(page)


def test_by_password_with_the_app_and_with_a_recovery_code(
    page: Page, people: SiteOfPeople
) -> None:
    _by_password(page, people, "bea@vale.example")
    _heading(page, _FIRST)
    page.goto(f"{people.address}/account/")
    page.get_by_role("link", name="Turn on the second step").click()
    page.get_by_role("link", name="Turn it on").click()
    key = page.locator("code").inner_text()
    page.get_by_label("The code from the app").fill(app_code(key))
    page.get_by_role("button", name="Turn on the second step").click()
    _heading(page, "Keep these 10 recovery codes")
    recovery = page.locator(".op-keys li").first.inner_text()
    for code in (app_code(key, steps=1), recovery):
        _sign_out(page)
        _by_password(page, people, "bea@vale.example")
        _heading(page, "The second step")
        page.get_by_label("The code").fill(code)
        page.get_by_role("button", name="Go on").click()
        _heading(page, _FIRST)
    page.goto(f"{people.address}/account/")
    expect(page.locator("main")).to_contain_text("9 recovery codes left")


def test_too_many_guesses_shut_out_and_say_until_when(page: Page, people: SiteOfPeople) -> None:
    for _ in range(4):
        _by_password(page, people, "cai@vale.example", "a guess")
        expect(page.get_by_role("alert")).to_contain_text("or the password is wrong")
    _by_password(page, people, "cai@vale.example", "a guess")
    _heading(page, "You cannot sign in for a while")
    expect(page.locator("main")).to_contain_text("Try again at ")
    _by_password(page, people, "cai@vale.example")
    _heading(page, "You cannot sign in for a while")


def test_a_session_that_is_ended_elsewhere_ends_at_once(
    page: Page, new_page: NewPage, people: SiteOfPeople
) -> None:
    _by_code(page, people, "dee@vale.example")
    other = new_page(java_script_enabled=False)
    _by_password(other, people, "dee@vale.example")
    _heading(other, _FIRST)
    for each in (page, other):
        each.goto(f"{people.address}/account/")
    page.get_by_role("link", name="See where you are signed in").click()
    _heading(page, "You are signed in at two places")
    page.get_by_role("button", name="End the session of").click()
    _heading(page, "You are signed in here and nowhere else")
    other.get_by_role("link", name="See where you are signed in").click()
    _heading(other, "Sign in")


def test_by_the_directory_of_an_authority(page: Page, people: SiteOfPeople) -> None:
    page.goto(f"{people.address}/account/sessions/")
    page.get_by_role("link", name="Sign in with Vale Council").click()
    page.get_by_role("button", name="fay@vale.example").click()
    _heading(page, "You are signed in here and nowhere else")
    expect(page.get_by_role("banner")).to_contain_text("Fay Dale")
    page.get_by_role("link", name="Fay Dale").click()
    expect(page.locator("main")).to_contain_text("Vale Council")


def test_whom_the_directory_knows_and_the_site_does_not(page: Page, people: SiteOfPeople) -> None:
    page.goto(f"{people.address}/sign-in/")
    page.get_by_role("link", name="Sign in with Vale Council").click()
    page.get_by_role("button", name="stranger@vale.example").click()
    _heading(page, "Sign in")
    expect(page.get_by_role("alert")).to_contain_text("You cannot sign in with that account")


def test_whoever_says_no_at_the_directory_is_back_where_they_were(
    page: Page, people: SiteOfPeople
) -> None:
    page.goto(f"{people.address}/sign-in/")
    page.get_by_role("link", name="Sign in with Vale Council").click()
    page.get_by_role("button", name="Deny").click()
    _heading(page, "Sign in")
    expect(page.get_by_role("alert")).to_contain_text("Signing in with Vale Council did not work")


def test_as_somebody_of_the_demo_by_a_button(page: Page, people: SiteOfPeople) -> None:
    page.goto(people.address)
    page.get_by_role("button", name="Board member").click()
    _heading(page, _FIRST)
    expect(page.get_by_role("banner")).to_contain_text("Demo board member")


def test_by_keyboard_alone(new_page: NewPage, people: SiteOfPeople) -> None:
    page = new_page()
    page.goto(f"{people.address}/sign-in/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Sign in with Vale Council")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your e-mail address")).to_be_focused()
    page.keyboard.type("eli@vale.example")
    page.keyboard.press("Enter")
    _heading(page, "Type the code from your e-mail")
    code = page.get_by_label("The code")
    code.focus()
    page.keyboard.type("BBBB-BBBB")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-error-summary a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(code).to_be_focused()
    page.keyboard.type(people.code_for("eli@vale.example"))
    page.keyboard.press("Enter")
    _heading(page, _FIRST)
