"""A site with a partnership on it, and its administrator in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from builders.browsing import NewPage
from builders.served_site import environment_of, make_tables, served, told_by
from builders.signing_in import FOUR_WORDS
from builders.site_of_partners import ADMINISTRATOR, SiteOfPartners


@pytest.fixture(scope="session")
def partners(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfPartners]:
    """A site with a partnership that has something of everything, and one that has nothing."""
    data = tmp_path_factory.mktemp("partners")
    environment = environment_of(data)
    make_tables(environment)
    told = json.loads(told_by(environment, "builders.site_of_partners"))
    with served(environment) as address:
        yield SiteOfPartners(
            address,
            f"{address}/partnerships/{told['full']}/",
            f"{address}/partnerships/{told['empty']}/",
            told["made"],
        )


@pytest.fixture
def administrator(new_page: NewPage, partners: SiteOfPartners) -> Page:
    """A browser in which the administrator is signed in."""
    page = new_page(bypass_csp=True)
    page.goto(f"{partners.address}/sign-in/password/")
    page.get_by_label("Your e-mail address").fill(ADMINISTRATOR)
    page.get_by_label("Your password").fill(FOUR_WORDS)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(".op-nav-me")).not_to_contain_text("Sign in")
    return page
