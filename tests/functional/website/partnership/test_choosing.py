"""Where there are many, one is chosen by typing a name: with suggestions, by keyboard, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import NewPage, reach
from builders.entering import sign_in
from builders.page_faults import page_faults
from builders.site_of_partners import ADMINISTRATOR, SiteOfPartners

pytestmark = pytest.mark.browser

BODY = "The organisation that it belongs to"


def _add_post(page: Page, partners: SiteOfPartners, title: str) -> None:
    page.goto(f"{partners.crowded}posts/add/")
    page.get_by_label("Title of the post").fill(title)


def test_names_are_suggested_while_somebody_types_and_the_policy_lets_that_be(
    new_page: NewPage, partners: SiteOfPartners
) -> None:
    page = new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    sign_in(page, partners.address, ADMINISTRATOR)
    _add_post(page, partners, "Head of Sluices")
    reach(page, page.get_by_label(BODY))
    page.keyboard.type("parish 39")
    suggested = page.locator("datalist option")
    expect(suggested).to_have_count(1)
    expect(suggested).to_have_attribute("value", "Marshland Parish 39")
    page.get_by_label(BODY).fill("Marshland Parish 39")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Head of Sluices")
    expect(page.get_by_role("link", name="Marshland Parish 39")).to_be_visible()
    assert said == []


def test_without_script_what_was_meant_is_asked_and_all_else_is_kept(
    new_page: NewPage, partners: SiteOfPartners
) -> None:
    page = new_page(java_script_enabled=False)
    sign_in(page, partners.address, ADMINISTRATOR)
    _add_post(page, partners, "Head of Gates")
    page.get_by_label(BODY).fill("parish 3")
    page.get_by_role("button", name="Add it").click()
    asked = page.get_by_role("group", name=BODY)
    expect(asked).to_contain_text("Choose which “parish 3” is meant")
    expect(page.get_by_label("Title of the post")).to_have_value("Head of Gates")
    page.get_by_role("link", name="Choose which").click()
    expect(asked.get_by_role("radio").first).to_be_focused()
    asked.get_by_label("Marshland Parish 37").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Head of Gates")
    expect(page.get_by_role("link", name="Marshland Parish 37")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "label", "words"),
    [
        ("posts/add/", BODY, "parish 3"),
        ("organisations/{body}/end/", "By name", "parish 3\nNowhere"),
    ],
)
def test_the_question_what_was_meant_is_open_to_everybody(
    administrator: Page, partners: SiteOfPartners, path: str, label: str, words: str
) -> None:
    page = administrator
    page.goto(f"{partners.crowded}organisations/")
    body = str(
        page.get_by_role("link", name="Marshland Parish 1", exact=True).get_attribute("href")
    )
    page.goto(partners.crowded + path.format(body=body.rstrip("/").rpartition("/")[2]))
    found = page_faults(page)
    page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Add it").or_(page.get_by_role("button", name="Save")).click()
    expect(page.get_by_role("alert")).to_contain_text("“parish 3” is meant")
    assert found + page_faults(page) == []
