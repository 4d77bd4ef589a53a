"""Check your own plan, from the first page to its deletion, without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import (
    PATIENCE_TO_READ,
    SMALLEST,
    NewPage,
    found_by_axe,
    open_details,
    width_needed,
)

pytestmark = pytest.mark.browser


def _send(page: Page, site: str, file: Path) -> None:
    page.goto(site)
    page.get_by_role("link", name="Check your own plan").first.click()
    page.get_by_label("The plan’s file").set_input_files(file)
    page.get_by_role("button", name="Read and check it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Your plan has been read", timeout=PATIENCE_TO_READ
    )
    page.wait_for_load_state()


def test_a_plan_is_sent_read_changed_taken_and_deleted(
    page: Page, site: str, plan_file: Path
) -> None:
    _send(page, site, plan_file)
    expect(page.locator("main")).to_contain_text("Fit quieter tyres to every council van")
    with page.expect_download() as taken:
        page.get_by_role("link", name="The plan as JSON").click()
    assert "QN 1.1" in Path(taken.value.path()).read_text(encoding="utf-8")
    page.locator("summary").first.click()
    page.get_by_label("“Lead officer”").select_option("partners")
    page.get_by_role("button", name="Read it again with these").click()
    expect(page.locator("main")).to_contain_text("Partners Head of Fleet", timeout=PATIENCE_TO_READ)
    page.get_by_role("link", name="Read the red pen’s findings").click()
    expect(page.locator("main")).to_contain_text("The start and the end have the same date")
    page.get_by_role("link", name="Back to the source and the downloads").click()
    page.get_by_role("button", name="Delete it now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("are deleted")
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("There is no such page")


def test_another_browser_does_not_see_it(
    page: Page, new_page: NewPage, site: str, plan_file: Path
) -> None:
    _send(page, site, plan_file)
    answer = new_page().goto(page.url)
    assert answer is not None
    assert answer.status == 404


def test_axe_finds_nothing_in_the_reading(new_page: NewPage, site: str, plan_file: Path) -> None:
    page = new_page(bypass_csp=True)
    _send(page, site, plan_file)
    open_details(page)
    assert found_by_axe(page) == []
    assert width_needed(page, SMALLEST) <= SMALLEST


def test_two_versions_are_compared_and_deleted(
    page: Page, site: str, plan_file: Path, tmp_path: Path
) -> None:
    later = tmp_path / "later.csv"
    later.write_text(
        plan_file.read_text(encoding="utf-8").replace("Head of Fleet", "Head of Roads"),
        encoding="utf-8",
    )
    page.goto(site)
    page.get_by_role("link", name="Compare", exact=True).click()
    page.get_by_label("The earlier version").set_input_files(plan_file)
    page.get_by_label("The later version").set_input_files(later)
    page.get_by_role("button", name="Read and compare them").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("differ", timeout=PATIENCE_TO_READ)
    expect(page.locator("main")).to_contain_text("Head of Roads instead of Head of Fleet")
    page.get_by_role("button", name="Delete what I sent").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("are deleted")


def test_an_error_is_named_at_the_top_and_at_the_field(
    page: Page, site: str, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    page.goto(f"{site}/check/")
    page.get_by_label("The plan’s file").set_input_files(empty)
    page.get_by_role("button", name="Read and check it").click()
    expect(page.get_by_role("alert")).to_contain_text("The file is empty")
    expect(page.locator("#plan-error")).to_contain_text("The file is empty")
    expect(page).to_have_title(re.compile("^Error:"))
