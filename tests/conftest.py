"""What all tests share: no luck, no clock, no proxy, and which of them use the database."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import HealthCheck, settings

from oneplan.partnership.audit.triggers import put_in_place, taken_away
from oneplan.partnership.audit.word_index import cleared

settings.register_profile(
    "oneplan",
    deadline=None,
    derandomize=True,  # the same examples in every run
    suppress_health_check=[HealthCheck.too_slow],  # which a busy machine is
)
settings.register_profile("searching", settings.get_profile("oneplan"), derandomize=False)
settings.load_profile("oneplan")

for _name in ("no_proxy", "NO_PROXY"):
    os.environ[_name] = "127.0.0.1,localhost,::1"  # the tests' own servers, and nobody else's

_UNIT = Path(__file__).parent / "unit"
_OF_THE_DATABASE = {"db", "transactional_db", "live_server"}


@pytest.fixture(scope="session", autouse=True)
def _tables_can_be_cleared() -> Iterator[None]:
    """Lets Django clear the tables between tests; the history itself refuses to be cleared."""
    emptied = BaseDatabaseOperations.execute_sql_flush

    def with_the_history(self: BaseDatabaseOperations, sql_list: Sequence[str]) -> None:
        vendor = self.connection.vendor
        emptied(self, [*taken_away(vendor), *sql_list, cleared(vendor), *put_in_place(vendor)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", with_the_history)
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that use the database: they are run again on PostgreSQL."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & _OF_THE_DATABASE or item.get_closest_marker("django_db"):
            if _UNIT in item.path.parents:
                raise pytest.UsageError(
                    f"{item.nodeid}: put it in tests/integration; unit tests use no database."
                )
            item.add_marker("database")
