"""A site of each kind, for those who crowd on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import pytest

from builders.postgres_cluster import NoPostgres, cluster
from builders.served_site import environment_of


@pytest.fixture(scope="module", params=["SQLite", "PostgreSQL"])
def environment(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, str]]:
    """A site with an empty database of each kind, with the settings of one computer."""
    with ExitStack() as stack:
        address = ""
        if request.param == "PostgreSQL":
            try:
                address = stack.enter_context(cluster())
            except NoPostgres as missing:
                pytest.skip(str(missing))
        yield environment_of(tmp_path_factory.mktemp("crowd"), ONEPLAN_DATABASE=address)
