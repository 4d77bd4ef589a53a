"""A site with people and nothing else, and plan officers who begin there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from builders.browsing import NewPage
from builders.plan_officer import NewOfficer, PlanOfficer
from builders.served_site import environment_of, make_tables, served, told_by


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site on which people may sign in and no partnership is."""
    environment = environment_of(tmp_path_factory.mktemp("journey"))
    make_tables(environment)
    told_by(environment, "builders.site_of_people")
    with served(environment) as address:
        yield address


@pytest.fixture
def new_officer(new_page: NewPage, empty_site: str) -> NewOfficer:
    """Opens a browser in which somebody is signed in."""

    def arrived(email: str, *, by_keyboard: bool = False, **options: Any) -> PlanOfficer:
        officer = PlanOfficer(new_page(**options), empty_site, by_keyboard)
        officer.sign_in(email)
        return officer

    return arrived
