"""Names as addresses."""

from __future__ import annotations

import pytest

from oneplan.partnership.partners.address import address_of, free_address


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Fenshire Children’s Plan", "fenshire-childrens-plan"),
        ("The Partnership's Plan 2024 – 2027", "the-partnerships-plan-2024"),
        ("Fenshire Children and Young People", "fenshire-children-and"),
        ("A" * 40, "a" * 26),
        ("Cynllun Gwŷdd", "cynllun-gwydd"),
        ("计划", "plan"),
        ("--", "plan"),
    ],
)
def test_an_address_is_made_of_whole_words(name: str, address: str) -> None:
    assert address_of(name, 26, "plan") == address


def test_an_address_that_is_taken_is_numbered() -> None:
    assert free_address("plan", {"plan-2"}) == "plan"
    assert free_address("plan", {"plan", "plan-2"}) == "plan-3"
