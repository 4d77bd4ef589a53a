"""No page asks the database more for a long plan than for a short one, and none breaks on odd questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from builders.addresses import Address, addresses
from builders.standing_cast import OURS, THEIRS, Cast, cast, signed_in
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.permissions import GRANTS, Role
from oneplan.partnership.plans.kept import KeptPlans
from oneplan.partnership.plans.queries import comparing, history, live
from oneplan.website import past_plans

MOST = 15
SHORT, LONG = 50, 500
WHO = (Role.ADMINISTRATOR, Role.LEAD_OFFICER, Role.VIEWER)
"""Who may do everything, who may do some things, and who only looks."""
SEEN = [
    pytest.param(address, id=address.route)
    for address in addresses()
    if address.of_a_partnership and "GET" in address.asked
]
ODD = ("'", "%", "-1", "9" * 40, "²", "\ud83d", "é" * 500, "<script>", "")
ASKED = (
    "words who sort since until page lead about rule part severity before after version old new "
    "revision on kind show q"
).split()


@dataclass(frozen=True)
class Length:
    """A partnership with a plan of some length, and browsers of some of its people."""

    cast: Cast
    visitors: dict[Role, Client]


@pytest.fixture(scope="module")
def lengths(
    django_db_setup: None,  # noqa: ARG001 - the database must stand first
    django_db_blocker: Any,
    data_folder: Path,  # noqa: ARG001 - the same
) -> Iterator[tuple[Length, Length]]:
    """A short and a long plan, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _length(OURS, SHORT), _length(THEIRS, LONG)
        transaction.set_rollback(True)


def _length(word: str, actions: int) -> Length:
    made = cast(word, actions)
    return Length(made, {role: signed_in(made.people[role]) for role in WHO})


def _queries(length: Length, role: Role, address: Address) -> int:
    with CaptureQueriesContext(connection) as asked:
        answer: Any = length.visitors[role].get(address.path(length.cast.examples))
        if answer.streaming:
            b"".join(answer.streaming_content)
    assert answer.status_code == 200, (role, answer.status_code)
    return len(asked)


@pytest.mark.parametrize("address", SEEN)
def test_a_page_of_a_long_plan_takes_as_few_queries_as_of_a_short_one(
    lengths: tuple[Length, Length],
    db: None,  # noqa: ARG001 - what pages note is undone
    address: Address,
) -> None:
    assert address.access
    for role in WHO:
        if not GRANTS[role].isdisjoint(address.access.permissions):
            short, long = (_queries(length, role, address) for length in lengths)
            assert short == long, role
            assert long <= MOST, role


@pytest.mark.parametrize("address", [each for each in SEEN if "<slug:plan>/" in str(each.id)])
def test_a_plan_that_nobody_has_opened_yet_is_read_in_few_queries(
    lengths: tuple[Length, Length],
    db: None,  # noqa: ARG001 - what pages note is undone
    monkeypatch: pytest.MonkeyPatch,
    address: Address,
) -> None:
    numbers = set()
    for length in lengths:
        _forget_all(monkeypatch)
        numbers.add(_queries(length, Role.ADMINISTRATOR, address))
    assert len(numbers) == 1
    assert max(numbers) <= MOST


def _forget_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory of a process that has just been started."""
    monkeypatch.setattr(live, "PLANS", KeptPlans())
    monkeypatch.setattr(live, "_FIGURES", LastUsed(10))
    monkeypatch.setattr(past_plans, "_OPENED", LastUsed(10))
    monkeypatch.setattr(comparing, "_COMPARED", LastUsed(10))
    monkeypatch.setattr(history, "_LATELY", LastUsed(10))


@pytest.mark.parametrize("address", SEEN)
def test_a_page_stands_whatever_is_asked_of_it(
    lengths: tuple[Length, Length],
    db: None,  # noqa: ARG001 - what pages note is undone
    address: Address,
) -> None:
    short = lengths[0]
    path = address.path(short.cast.examples)
    for odd in ODD:
        query = urlencode(dict.fromkeys(ASKED, odd), errors="surrogatepass")
        answer = short.visitors[Role.ADMINISTRATOR].get(f"{path}?{query}")
        assert answer.status_code < 500, (odd, answer.status_code)


@pytest.mark.parametrize("address", SEEN)
def test_a_zero_byte_is_turned_away_from_every_page(
    lengths: tuple[Length, Length],
    db: None,  # noqa: ARG001 - what pages note is undone
    address: Address,
) -> None:
    short = lengths[0]
    path = address.path(short.cast.examples)
    visitor = short.visitors[Role.ADMINISTRATOR]
    assert visitor.get(path, {"words": "la\0mps"}).status_code == 400
    assert visitor.post(path, {"na\0me": "lamps"}).status_code == 400
