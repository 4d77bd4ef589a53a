"""Nothing that people do reads a table from one end to the other: it would grow with other partnerships."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from builders.addresses import Address, addresses
from builders.partnerships import number_of
from builders.query_plans import noted, read_whole
from builders.standing_cast import Cast, cast
from oneplan.partnership.accounts.queries import active_among, active_person, open_sessions
from oneplan.partnership.partners.access import memberships
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.plans.kept import KeptPlans
from oneplan.partnership.plans.queries import live

SEEN = [
    pytest.param(address, id=address.route)
    for address in addresses()
    if address.of_a_partnership and "GET" in address.asked
]


def _read_whole(asked: dict[str, Any]) -> dict[str, set[str]]:
    found = {sql: read_whole(sql, values) for sql, values in asked.items()}
    return {sql: tables for sql, tables in found.items() if tables}


@pytest.fixture(scope="module", autouse=True)
def counted(made: tuple[Cast, Cast], django_db_blocker: Any) -> None:  # noqa: ARG001
    """PostgreSQL knows how small the tables are, which it finds out by itself at moments of its own."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")


@pytest.mark.parametrize("address", SEEN)
def test_no_page_reads_a_whole_table(
    stage: tuple[Cast, Cast],
    visitors: dict[Role, Client],
    monkeypatch: pytest.MonkeyPatch,
    address: Address,
) -> None:
    monkeypatch.setattr(live, "PLANS", KeptPlans())
    with noted() as asked:
        answer: Any = visitors[Role.ADMINISTRATOR].get(address.path(stage[0].examples))
        if answer.streaming:
            b"".join(answer.streaming_content)
    assert answer.status_code < 500
    assert asked
    assert _read_whole(asked) == {}


def test_nothing_that_is_done_reads_a_whole_table(stage: tuple[Cast, Cast]) -> None:  # noqa: ARG001
    with noted() as asked:
        cast("Thistleshire")
    assert any(sql.startswith("UPDATE") for sql in asked)
    addresses_taken = {"partners_partnership"}  # looked through when a partnership is started
    assert [tables for tables in _read_whole(asked).values() if tables != addresses_taken] == []


def test_nobody_who_signs_in_is_looked_for_among_all_people(stage: tuple[Cast, Cast]) -> None:
    administrator = stage[0].people[Role.ADMINISTRATOR]
    number = number_of(administrator)
    with noted() as asked:
        assert active_person("Quillshire-Administrator@fenshire.example")
        active_among(["quillshire-administrator@fenshire.example"])
        memberships(number)
        open_sessions(number, None, stage[0].plan.started_at)
    assert _read_whole(asked) == {}


def test_a_table_that_is_read_whole_is_told(stage: tuple[Cast, Cast]) -> None:  # noqa: ARG001
    assert read_whole('SELECT "name" FROM "accounts_person" WHERE "name" = %s', ["Ash"]) == {
        "accounts_person"
    }
