"""Every form stays small, however many people, bodies and parts of a plan there are to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from builders.addresses import Address, addresses
from builders.crowded import crowd
from builders.standing_cast import OURS, Cast, cast, signed_in
from oneplan.partnership.partners.permissions import Role

MOST_BYTES, MOST_QUERIES = 40_000, 15
FORMS = [
    pytest.param(each, id=each.route)
    for each in addresses()
    if each.of_a_partnership and {"GET", "POST"} <= set(each.asked)
]


@dataclass(frozen=True)
class Crowded:
    """A crowded partnership, and the browser of an administrator."""

    cast: Cast
    browser: Client


@pytest.fixture(scope="module")
def crowded(
    django_db_setup: None,  # noqa: ARG001 - the database must stand first
    django_db_blocker: Any,
    data_folder: Path,  # noqa: ARG001 - the same
) -> Iterator[Crowded]:
    """Two thousand people, five hundred bodies and a plan of five hundred actions, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = cast(OURS, 500)
        crowd(made.people[Role.ADMINISTRATOR].partnership, OURS)
        yield Crowded(made, signed_in(made.people[Role.ADMINISTRATOR]))
        transaction.set_rollback(True)


def _is_small(crowded: Crowded, path: str, sent: dict[str, Any] | None = None) -> str:
    with CaptureQueriesContext(connection) as asked:
        answer: Any = (
            crowded.browser.get(path) if sent is None else crowded.browser.post(path, sent)
        )
    assert answer.status_code in (200, 422), answer.status_code
    assert len(answer.content) < MOST_BYTES
    assert len(asked) <= MOST_QUERIES
    return str(answer.text)


@pytest.mark.parametrize("address", FORMS)
def test_a_form_is_small(
    crowded: Crowded,
    db: None,  # noqa: ARG001 - what pages note is undone
    address: Address,
) -> None:
    _is_small(crowded, address.path(crowded.cast.examples))
