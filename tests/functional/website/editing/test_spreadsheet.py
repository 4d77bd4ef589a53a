"""The actions as Excel in a real browser: taken away, edited, brought back, a conflict settled."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from builders.browsing import SMALLEST, found_by_axe, width_needed
from builders.edited_books import Book, book_of
from builders.site_of_editors import FIRST, SECOND, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _downloaded(page: Page, address: str) -> Book:
    page.goto(address + "actions/")
    with page.expect_download() as started:
        page.get_by_role("link", name="Actions as Excel").click()
    return book_of(started.value.path().read_bytes())


def _bring_back(page: Page, address: str, book: Book) -> None:
    page.goto(address + "actions/")
    page.get_by_role("link", name="Bring the sheet back").click()
    page.wait_for_url("**/spreadsheet/")
    sheet = FilePayload(name="edited.xlsx", mimeType=EXCEL, buffer=book.saved())
    page.get_by_label("The sheet that you have edited").set_input_files(sheet)
    page.get_by_role("button", name="Show what differs").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The sheet differs")


def _edited_by_two(page: Page, other: Page, address: str) -> None:
    """Brings back a sheet in which somebody else has changed one of the two things meanwhile."""
    book = _downloaded(page, address)
    first, second = (row[0] for row in book.sheets["Actions"][1:3])
    for ref, words in ((first, "Begun"), (second, "Not begun")):
        book.put("Actions", ref, "Status", words)
    key = book.row("Actions", first)[-1]
    other.goto(f"{address}parts/{key}/change/status/")
    other.get_by_label("Status").fill("Nearly done")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator(".op-came-of")).to_contain_text("Saved")
    _bring_back(page, address, book)


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_sheet_is_brought_back_and_chosen_from(
    sign_in: SignIn, editors: SiteOfEditors, *, script: bool
) -> None:
    page = sign_in(FIRST, java_script_enabled=script)
    _edited_by_two(page, sign_in(SECOND), editors.a_plan())
    expect(page.locator("main")).to_contain_text("Somebody has changed this meanwhile")
    expect(page.locator("main")).to_contain_text("Nearly done")
    page.get_by_label("Put what the sheet says").check()
    page.get_by_role("button", name="Change what is chosen").click()
    expect(page.locator(".op-came-of")).to_contain_text("Taken from the sheet")
    expect(page.get_by_role("heading", level=1)).to_have_text("The plan says what the sheet says")
    page.get_by_role("button", name="Put the sheet away").click()
    page.wait_for_url("**/actions/")


def test_the_page_of_the_sheet_is_sound(sign_in: SignIn, editors: SiteOfEditors) -> None:
    page = sign_in(FIRST, bypass_csp=True)
    address = editors.a_plan()
    page.goto(address + "spreadsheet/")
    assert found_by_axe(page) == []
    assert width_needed(page, SMALLEST) <= SMALLEST
    _edited_by_two(page, sign_in(SECOND), address)
    assert found_by_axe(page) == []
    assert width_needed(page, SMALLEST) <= SMALLEST
