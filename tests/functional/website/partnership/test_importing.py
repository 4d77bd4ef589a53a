"""A plan is brought into a partnership: without JavaScript, on a telephone."""

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
from builders.entering import sign_in
from builders.site_of_partners import ADMINISTRATOR, SiteOfPartners

pytestmark = pytest.mark.browser


LEAD = "Director of Quiet Tyres"


@pytest.fixture
def new_names(plan_file: Path) -> Path:
    """A plan whose lead is no post of the partnership."""
    words = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(words.replace("Head of Fleet", LEAD), encoding="utf-8")
    return plan_file


def _send(page: Page, partnership: str, file: Path) -> None:
    page.goto(partnership + "import/")
    page.get_by_label("The plan’s file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Your plan has been read", timeout=PATIENCE_TO_READ
    )
    page.wait_for_load_state()


@pytest.fixture
def plain(new_page: NewPage, partners: SiteOfPartners) -> Page:
    """The administrator in a browser without JavaScript."""
    page = new_page(java_script_enabled=False)
    sign_in(page, partners.address, ADMINISTRATOR)
    return page


def test_a_plan_is_brought_in_left_and_gone_on_with(
    plain: Page, partners: SiteOfPartners, new_names: Path
) -> None:
    page = plain
    _send(page, partners.full, new_names)
    expect(page.locator("main")).to_contain_text("Fit quieter tyres to every council van")
    page.goto(partners.full)
    page.get_by_role("link", name=new_names.name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your plan has been read")
    page.get_by_role("link", name="Go on to the names").click()
    page.get_by_role("link", name=re.compile(f"It is another one.*{LEAD}")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"What does “{LEAD}” mean?")
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("are settled")
    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("to settle")
    page.get_by_role("link", name="Leave the rest for later").click()
    expect(page.locator("main")).to_contain_text("The start and the end have the same date")
    page.get_by_role("link", name="Go on to the draft plan").click()
    page.get_by_role("button", name="Make it a draft plan").click()
    expect(page.locator(".op-notice").first).to_contain_text("as a draft")
    page.get_by_role("link", name="What its names mean").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("to settle")


def _is_faultless(page: Page) -> None:
    open_details(page)
    assert not found_by_axe(page), page.url
    assert width_needed(page, SMALLEST) <= SMALLEST, page.url


def test_axe_finds_nothing_and_a_telephone_is_wide_enough(
    administrator: Page, partners: SiteOfPartners, new_names: Path
) -> None:
    page = administrator
    _send(page, partners.full, new_names)
    reading = page.url.partition("?")[0]
    page.goto(f"{reading}names/")
    name = page.get_by_role("link", name=re.compile("It is another one")).first
    one = name.get_attribute("href")
    for address in (
        partners.full,
        f"{partners.full}import/",
        reading,
        f"{reading}names/",
        f"{partners.address}{one}",
        f"{reading}plan/red-pen/",
        f"{reading}draft/",
    ):
        page.goto(address)
        _is_faultless(page)


def test_a_newer_version_is_compared_and_taken_up(
    administrator: Page, partners: SiteOfPartners, new_names: Path
) -> None:
    page = administrator
    # A title and words that no other test brings in: the same file twice is asked about.
    file = new_names.rename(new_names.with_name("day-plan.csv"))
    file.write_text(file.read_text(encoding="utf-8").replace(LEAD, "Day Warden"), encoding="utf-8")
    _send(page, partners.full, file)
    page.get_by_role("link", name="Draft plan", exact=True).click()
    page.get_by_role("button", name="Make it a draft plan").click()
    expect(page.locator(".op-notice").first).to_contain_text("as a draft")
    slug = page.url.strip("/").rpartition("/")[2]
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("Fit quieter", "Buy quieter"), encoding="utf-8")
    _send(page, partners.full, file)
    page.get_by_role("link", name="Draft plan", exact=True).click()
    page.get_by_role("link", name="See what the file changes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("differs from the plan")
    _is_faultless(page)
    page.get_by_role("button", name="Change what is chosen").click()
    page.wait_for_url(f"**/plans/{slug}/")
    expect(page.locator(".op-came-of")).to_contain_text("Taken from the newer version")
