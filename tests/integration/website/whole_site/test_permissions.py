"""Every address is asked as every role, by members, strangers and whoever is not signed in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from builders.addresses import Address, addresses
from builders.standing_cast import OF_NOBODY, OURS, Cast, asked_for
from oneplan.partnership.partners.permissions import GRANTS, Role

Stage = tuple[Cast, Cast]
ASKED = [
    pytest.param(address, method, id=f"{method} {address.route}")
    for address in addresses()
    for method in address.asked
    if address.of_a_partnership
]
SIGNED_IN = [
    pytest.param(address, method, id=f"{method} {address.route}")
    for address in addresses()
    for method in address.asked
    if address.access and address.access.signed_in
]
MIXED = [
    pytest.param(address, parameter, id=f"{address.route} with their {parameter}")
    for address in addresses()
    for parameter in address.parameters[1:]
    if address.of_a_partnership and parameter not in OF_NOBODY
]
SIGN_IN = "/sign-in/"


def _text(answer: Any) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    return str(body.decode(errors="replace"))


def _path(address: Address, examples: dict[str, Any]) -> str:
    try:
        return address.path(examples)
    except KeyError as missing:
        raise AssertionError(
            f"Give {missing} of {address.route} an example in builders/standing_cast.py."
        ) from missing


@pytest.mark.parametrize(("address", "method"), ASKED)
def test_a_member_sees_just_what_their_role_allows(
    stage: Stage, visitors: dict[Role, Client], address: Address, method: str
) -> None:
    path = _path(address, stage[0].examples)
    assert address.access
    for role, visitor in visitors.items():
        answer = asked_for(visitor, method, path)
        allowed = not GRANTS[role].isdisjoint(address.access.permissions)
        assert answer.status_code < 500, (role, answer.status_code)
        assert (answer.status_code not in {403, 404}) == allowed, (role, answer.status_code)
        assert not answer.headers.get("Location", "").startswith(SIGN_IN), role
        assert allowed or answer.status_code == 403, (role, answer.status_code)


@pytest.mark.parametrize(("address", "method"), ASKED)
def test_to_a_stranger_nothing_of_a_partnership_is_there(
    stage: Stage, strangers: dict[Role, Client], address: Address, method: str
) -> None:
    path = _path(address, stage[0].examples)
    for role, stranger in strangers.items():
        answer = asked_for(stranger, method, path)
        assert answer.status_code == 404, role
        assert OURS not in _text(answer), role


@pytest.mark.parametrize(("address", "method"), SIGNED_IN)
def test_whoever_is_not_signed_in_is_asked_to_sign_in(
    stage: Stage, address: Address, method: str
) -> None:
    path = _path(address, stage[0].examples)
    answer = asked_for(Client(), method, path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(SIGN_IN)
    assert OURS not in _text(answer)


@pytest.mark.parametrize(("address", "parameter"), MIXED)
def test_what_is_another_partnership_s_is_not_there_below_one_s_own(
    stage: Stage, strangers: dict[Role, Client], address: Address, parameter: str
) -> None:
    ours, theirs = stage
    path = _path(address, theirs.examples | {parameter: ours.examples.get(parameter)})
    for method in address.asked:
        answer = asked_for(strangers[Role.ADMINISTRATOR], method, path)
        assert answer.status_code == 404, (method, answer.status_code)
        assert OURS not in _text(answer), method


def test_every_address_of_a_partnership_is_asked() -> None:
    assert {mark.values[0].route for mark in ASKED} == {
        address.route for address in addresses() if "<slug:partnership>" in address.route
    }


def test_the_lists_of_one_partnership_do_not_name_another(
    stage: Stage, visitors: dict[Role, Client]
) -> None:
    ours, theirs = stage
    for address in addresses():
        if address.of_a_partnership and "GET" in address.asked:
            answer = asked_for(visitors[Role.ADMINISTRATOR], "GET", _path(address, ours.examples))
            assert theirs.word not in _text(answer), address.route
