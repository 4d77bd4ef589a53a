"""A site of people, with an authority's directory beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from builders.directory import directory
from builders.served_site import environment_of, make_tables, served, told_by
from builders.site_of_people import SiteOfPeople


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOfPeople]:
    """A site, as the demo serves it, whose people may sign in by all the ways there are."""
    data = tmp_path_factory.mktemp("people")
    with directory(data, "fay@vale.example", "stranger@vale.example") as issuer:
        environment = environment_of(
            data,
            ONEPLAN_DEMONSTRATION="1",
            ONEPLAN_DIRECTORIES="vale",
            ONEPLAN_DIRECTORY_VALE_NAME="Vale Council",
            ONEPLAN_DIRECTORY_VALE_ADDRESS=issuer,
            ONEPLAN_DIRECTORY_VALE_CLIENT="oneplan",
            ONEPLAN_DIRECTORY_VALE_SECRET="hush",  # noqa: S106 - of a directory that lives a minute
            ONEPLAN_DIRECTORY_VALE_DOMAINS="vale.example",
        )
        make_tables(environment)
        told_by(environment, "builders.site_of_people")
        with served(environment) as address:
            yield SiteOfPeople(address, data / "outbox")
