"""A site with a partnership on it, and its administrator in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from builders.browsing import NewPage
from builders.entering import sign_in
from builders.served_site import environment_of, make_tables, served, told_by
from builders.site_of_partners import ADMINISTRATOR, SiteOfPartners


@pytest.fixture(scope="session")
def partners(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfPartners]:
    """A site with a partnership that has something of everything, one that has nothing, and a large one."""
    data = tmp_path_factory.mktemp("partners")
    environment = environment_of(data)
    make_tables(environment)
    told = json.loads(told_by(environment, "builders.site_of_partners"))
    with served(environment) as address:
        yield SiteOfPartners(
            address,
            f"{address}/partnerships/{told['full']}/",
            f"{address}/partnerships/{told['empty']}/",
            f"{address}/partnerships/{told['crowded']}/",
            told["made"],
        )


@pytest.fixture
def administrator(new_page: NewPage, partners: SiteOfPartners) -> Page:
    """A browser in which the administrator is signed in."""
    page = new_page(bypass_csp=True)
    sign_in(page, partners.address, ADMINISTRATOR)
    return page
