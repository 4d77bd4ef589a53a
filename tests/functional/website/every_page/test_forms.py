"""Every form, sent with nothing in it and sent half filled: what is wrong is said where it is, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import builders.page_faults
from builders.addresses import addresses
from builders.page_faults import page_faults
from builders.site_of_the_cast import NOBODY, SPOILER, SiteOfTheCast, Visit

pytestmark = pytest.mark.browser

_FORMS = Path(builders.page_faults.__file__).with_name("form_faults.js").read_text(encoding="utf-8")
TYPED = "Kept words"
SIGNED_OUT = ("sign-in/", "sign-in/password/")
ENDS_THE_VISIT = {"sign-out/"}
FEWEST = 25
"""Forms that say something is wrong, at least: the test looks at none where the site has lost them."""


def _send(page: Page, number: int, empty: list[str], words: str) -> dict[str, Any] | None:
    """What is said to be wrong with a form sent like that; None where nothing is."""
    with page.expect_navigation():
        page.evaluate("given => oneplanForms.send(...given)", [number, empty, words])
    page.evaluate(_FORMS)
    said: dict[str, Any] | None = page.evaluate(
        "given => oneplanForms.look(...given)", [words, empty]
    )
    return said


def _faults(page: Page, path: str) -> tuple[list[str], int]:
    """What is wrong with the forms of a page, and how many of them told an error."""
    page.goto(path)
    page.evaluate(_FORMS)
    wrong: list[str] = []
    telling = 0
    for number in range(page.evaluate("oneplanForms.count()")):
        said = _send(page, number, [], "")
        if said:
            telling += 1
            wrong += said["wrong"] + page_faults(page)
            link = page.locator(".govuk-error-summary a").first
            link.click()
            expect(page.locator(str(link.get_attribute("href")))).to_be_focused()
            half = _send(page, 0, said["fields"], TYPED)
            wrong += half["wrong"] if half else []
        page.goto(path)
        page.evaluate(_FORMS)
    return wrong, telling


@pytest.mark.parametrize("who", [NOBODY, SPOILER])
def test_what_is_wrong_with_a_form_is_said_where_it_is(
    cast_site: SiteOfTheCast, visit: Visit, who: str
) -> None:
    page = visit(who, bypass_csp=True).new_page()
    wrong: list[str] = []
    telling = 0
    for address in addresses():
        signed_in = address.access is not None and address.access.signed_in
        if not {"GET", "POST"} <= set(address.asked) or signed_in == (who == NOBODY):
            continue
        if address.route in ENDS_THE_VISIT or "<slug:provider_id>" in address.route:
            continue
        path = address.path(cast_site.spoilt)
        found, told = _faults(page, path)
        wrong += [f"{path}: {each}" for each in found]
        telling += told
    assert not wrong, "\n".join(wrong)
    assert telling >= (4 if who == NOBODY else FEWEST)
