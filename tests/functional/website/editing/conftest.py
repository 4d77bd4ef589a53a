"""A site with live plans on it, and browsers of those who edit them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from builders import entering
from builders.browsing import NewPage
from builders.served_site import environment_of, make_tables, served, told_by
from builders.site_of_editors import SignIn, SiteOfEditors


@pytest.fixture(scope="session")
def editors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfEditors]:
    """A site with a few plans alike."""
    environment = environment_of(tmp_path_factory.mktemp("editors"))
    make_tables(environment)
    told = json.loads(told_by(environment, "builders.site_of_editors"))
    with served(environment) as address:
        above = f"{address}/partnerships/{told['partnership']}/plans"
        yield SiteOfEditors(address, [f"{above}/{slug}/" for slug in told["plans"]])


@pytest.fixture
def sign_in(new_page: NewPage, editors: SiteOfEditors) -> SignIn:
    """Opens a browser in which somebody is signed in."""

    def opened(email: str, **options: Any) -> Page:
        page = new_page(**options)
        entering.sign_in(page, editors.address, email)
        return page

    return opened
