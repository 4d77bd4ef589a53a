"""Addresses that no page leads to."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.addresses import Address, addresses
from builders.standing_cast import OF_THE_SITE, Cast, asked_for
from oneplan.partnership.partners.permissions import Role

Stage = tuple[Cast, Cast]
NAMING = [pytest.param(each, id=each.route) for each in addresses() if each.parameters]
ODD = ("a" * 300, "%2e%2e%2f", "..", "%00", "%ff")
"""Instead of what an address names."""


@pytest.mark.parametrize("address", NAMING)
def test_an_address_that_names_nothing_is_not_there(
    stage: Stage, visitors: dict[Role, Client], address: Address
) -> None:
    examples = OF_THE_SITE | stage[0].examples
    for name in address.parameters:
        for odd in ODD if "<str:" in name else ODD[:1]:
            path = address.path(examples | {name: odd})
            for method in address.asked if path != address.path(examples) else ():
                answer = asked_for(visitors[Role.ADMINISTRATOR], method, path)
                assert answer.status_code in {301, 302, 400, 404, 422}, (path, answer.status_code)
