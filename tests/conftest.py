"""What all tests share: Hypothesis without a clock, and which of them use the database."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("oneplan", deadline=None, print_blob=True)
settings.load_profile("oneplan")

_UNIT = Path(__file__).parent / "unit"
_OF_THE_DATABASE = {"db", "transactional_db", "live_server"}


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
