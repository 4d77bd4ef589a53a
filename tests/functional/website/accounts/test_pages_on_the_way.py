"""Pages of signing in that come after another: nothing for axe to find, nothing wider than a telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import SMALLEST, NewPage, found_by_axe, width_needed
from builders.entering import send_password
from builders.signing_in import app_code
from builders.site_of_people import SiteOfPeople

pytestmark = pytest.mark.browser

WITH_APP = {
    "second step on": "/account/second-step/",
    "recovery codes": "/account/second-step/codes/",
    "new recovery codes": "/account/second-step/codes/new/",
    "removing the app": "/account/second-step/remove/",
    "confirm by app": "/account/confirm/",
}


def _faults(page: Page, name: str) -> list[object]:
    found: list[object] = [(name, *each) for each in found_by_axe(page)]
    wide = width_needed(page, SMALLEST)
    return found + ([(name, "scrolls sideways", wide)] if wide > SMALLEST else [])


def _visit(page: Page, people: SiteOfPeople, pages: dict[str, str]) -> list[object]:
    found: list[object] = []
    for name, address in pages.items():
        page.goto(people.address + address)
        expect(page).to_have_url(people.address + address)
        found += _faults(page, name)
    return found


def test_the_page_for_a_code(new_page: NewPage, people: SiteOfPeople) -> None:
    page = new_page(bypass_csp=True)
    page.goto(f"{people.address}/sign-in/")
    page.get_by_label("Your e-mail address").fill("nobody@vale.example")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Type the code")
    assert _faults(page, "code") == []


def test_pages_of_the_second_step(new_page: NewPage, people: SiteOfPeople) -> None:
    page = new_page(bypass_csp=True)
    send_password(page, people.address, "gus@vale.example")
    expect(page.get_by_role("heading", level=1)).to_contain_text("You belong to no partnership yet")
    page.goto(f"{people.address}/account/second-step/add/")
    found = _faults(page, "adding an app")
    key = page.locator("code").inner_text()
    page.get_by_label("The code from the app").fill(app_code(key))
    page.get_by_role("button", name="Turn on the second step").click()
    expect(page.get_by_role("status")).to_contain_text("The second step is on")
    found += _faults(page, "recovery codes, with a notice") + _visit(page, people, WITH_APP)
    page.goto(f"{people.address}/sign-out/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner")).to_contain_text("Sign in")
    send_password(page, people.address, "gus@vale.example")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The second step")
    found += _faults(page, "second code")
    assert found == []


def test_the_page_of_whoever_is_shut_out(new_page: NewPage, people: SiteOfPeople) -> None:
    page = new_page(bypass_csp=True)
    heading = page.get_by_role("heading", level=1)
    for _ in range(5):
        send_password(page, people.address, "hal@vale.example", "a guess")
        expect(
            page.locator(".govuk-error-summary").or_(heading.filter(has_text="for a while"))
        ).to_be_visible()
    expect(heading).to_contain_text("You cannot sign in for a while")
    assert _faults(page, "locked out") == []


@pytest.mark.parametrize("address", ["/account/", "/account/second-step/add/"])
def test_nothing_is_refused_by_the_content_security_policy(
    new_page: NewPage, people: SiteOfPeople, address: str
) -> None:
    page = new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(people.address)
    page.get_by_role("button", name="Viewer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You belong to no partnership yet")
    page.goto(people.address + address)
    assert said == []
