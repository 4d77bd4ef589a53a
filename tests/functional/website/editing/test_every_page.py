"""Every page on which a plan is changed: nothing for axe to find, nothing wider than a telephone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from builders.browsing import SMALLEST, found_by_axe, width_needed
from builders.site_of_editors import FIRST, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "actions/",
    "actions/sa-1/",
    "elements/safe/",
    "particulars/",
    "parts/sa-1/change/text/",
    "parts/sa-1/change/category/",
    "parts/sa-1.m/change/text/",
    "parts/sa-1.m/change/figures/",
    "parts/safe/change/level/",
    "parts/safe/add/action/",
    "parts/sa-1/move/",
    "parts/safe/remove/",
    "parts/safe/renumber/",
    "parts/sa-1/merge/",
    "parts/sa-1/split/",
    "parts/safe/split/",
    "parts/sa-1/change/sums/",
    "parts/sa-1/history/",
    "particulars/change/period/",
    "particulars/add/term/",
    "actions-at-once/",
)


def test_pages_for_editing(sign_in: SignIn, editors: SiteOfEditors) -> None:
    page = sign_in(FIRST, bypass_csp=True)
    found: list[object] = []
    for path in PAGES:
        page.goto(editors.address_of_a_plan_to_look_at + path)
        expect(page.locator("h1")).to_have_count(1)
        found += [(path, *each) for each in found_by_axe(page)]
        wide = width_needed(page, SMALLEST)
        found += [(path, "scrolls sideways", wide)] if wide > SMALLEST else []
    assert found == []


def test_a_form_with_an_error_leads_to_its_field(sign_in: SignIn, editors: SiteOfEditors) -> None:
    page = sign_in(FIRST, bypass_csp=True)
    page.goto(editors.address_of_a_plan_to_look_at + "parts/safe/change/title/")
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Enter a title").click()
    expect(page.get_by_label("Title")).to_be_focused()
    assert found_by_axe(page) == []
