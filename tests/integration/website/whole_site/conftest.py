"""The standing cast, made once for the tests of a file and taken away after them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings

from builders.standing_cast import OURS, THEIRS, Cast, cast, signed_in
from oneplan.partnership.partners.permissions import Role


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with an empty shelf."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "plans").mkdir()
    with override_settings(ONEPLAN_DATA=folder):
        yield folder


@pytest.fixture(scope="module")
def made(
    django_db_setup: None,  # noqa: ARG001 - the database must stand first
    django_db_blocker: Any,
    data_folder: Path,  # noqa: ARG001 - the same
) -> Iterator[tuple[Cast, Cast]]:
    """Our partnership and theirs, in a transaction that is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield cast(OURS), cast(THEIRS)
        transaction.set_rollback(True)


@pytest.fixture
def stage(made: tuple[Cast, Cast], db: None) -> tuple[Cast, Cast]:  # noqa: ARG001 - undoes the test
    """The same; what a test does to them is undone."""
    return made


@pytest.fixture(scope="module")
def visitors(made: tuple[Cast, Cast]) -> dict[Role, Client]:
    """A browser for each role of ours."""
    return {role: signed_in(member) for role, member in made[0].people.items()}


@pytest.fixture(scope="module")
def strangers(made: tuple[Cast, Cast]) -> dict[Role, Client]:
    """A browser for each role of theirs."""
    return {role: signed_in(member) for role, member in made[1].people.items()}
