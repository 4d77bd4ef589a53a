"""What is printed of a plan that people edit: all that they read, nothing that they press."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from builders.site_of_editors import FIRST, SignIn, SiteOfEditors

pytestmark = pytest.mark.browser

LISTS = {"red-pen/": ".op-find h3", "actions/": ".op-actions tbody .op-ref", "actions/sa-1/": "h1"}


@pytest.mark.parametrize("path", LISTS)
def test_what_people_may_choose_from_is_printed_without_what_they_press(
    sign_in: SignIn, editors: SiteOfEditors, path: str
) -> None:
    page = sign_in(FIRST)
    page.goto(editors.address_of_a_plan_to_look_at + path)
    controls = page.locator("main :is(button, input:not([type=hidden]), .op-edit)")
    expect(controls.first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(LISTS[path]).first).to_be_visible()
    expect(controls.locator("visible=true")).to_have_count(0)
