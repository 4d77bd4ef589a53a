"""Every address says who may see it, and says it once."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from oneplan.website.access import declared


def _addresses(resolver: URLResolver, above: str = "") -> list[tuple[str, URLPattern]]:
    found: list[tuple[str, URLPattern]] = []
    for each in resolver.url_patterns:
        address = above + str(each.pattern)
        if isinstance(each, URLResolver):
            found += _addresses(each, address)
        else:
            found.append((address, each))
    return found


ADDRESSES = _addresses(get_resolver())


@pytest.mark.parametrize(("address", "pattern"), ADDRESSES, ids=[each[0] for each in ADDRESSES])
def test_an_address_declares_who_may_see_it(address: str, pattern: URLPattern) -> None:
    access = declared(pattern.callback)
    assert access is not None, f"{address} does not declare who may see it"
    assert ("<slug:partnership>" in address) == bool(access.permissions)
