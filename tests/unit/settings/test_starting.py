from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from oneplan.partnership.partners.rules import may_start
from oneplan.settings.starting import ANYBODY, starters


def test_who_may_start_is_read_without_spaces_and_capitals() -> None:
    named = starters(" Ada@Example.org ,, @vale.example.org")
    assert named == ("ada@example.org", "@vale.example.org")
    assert starters("") == ()
    assert starters("anybody") == ANYBODY


@pytest.mark.parametrize("named", ["ada", "ada@", "everybody", "anybody@"])
def test_what_is_no_address_is_told(named: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        starters(named)


@pytest.mark.parametrize(
    ("email", "named", "may"),
    [
        ("ada@example.org", "", False),
        ("ada@example.org", "anybody", True),
        ("Ada@Example.Org", "ada@example.org", True),
        ("bo@example.org", "ada@example.org", False),
        ("bo@vale.example.org", "@vale.example.org", True),
        ("bo@hill.vale.example.org", "@vale.example.org", False),
        ("bo@vale.example.org.evil.example", "@vale.example.org", False),
        ("bo@evilvale.example.org", "@vale.example.org", False),
    ],
)
def test_whoever_is_named_may_start_and_nobody_else(email: str, named: str, may: bool) -> None:
    assert may_start(email, starters(named)) == may
