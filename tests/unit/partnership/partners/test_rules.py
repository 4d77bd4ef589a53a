"""What may be said of bodies, days and roles, and who must remain."""

from __future__ import annotations

from datetime import date

import pytest

from oneplan.partnership.partners import rules
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.refusals import Refused, refuse

TAKEN = {"flood panel": "Flood Panel"}


def test_a_name_that_differs_only_in_capitals_is_taken() -> None:
    assert "“Flood Panel” already" in str(rules.about_name("flood PANEL", TAKEN, "board"))
    assert rules.about_name("Flood Forum", TAKEN, "board") is None


def test_a_name_must_be_given_and_end_somewhere() -> None:
    assert rules.about_name("", TAKEN, "board") == "Enter the name of the board"
    assert "300 letters" in str(rules.about_name("x" * 301, TAKEN, "board"))


def test_a_time_may_be_open_but_not_run_backwards() -> None:
    first, last = date(2020, 5, 1), date(2020, 4, 30)
    assert rules.about_days(first, last)
    assert rules.about_days(first, first) is None
    assert rules.about_days(first, None) is None
    assert rules.about_days(None, last) is None


def test_only_what_is_on_the_list_may_be_chosen() -> None:
    assert rules.about_choice("circus", ["council"], "a kind") == "Choose a kind from the list"
    assert rules.about_choice("", ["council"], "a kind") is None


@pytest.mark.parametrize(
    ("holders", "roles", "allowed"),
    [
        ({1: [Role.ADMINISTRATOR]}, [], False),
        ({1: [Role.ADMINISTRATOR]}, [Role.VIEWER], False),
        ({1: [Role.ADMINISTRATOR]}, [Role.ADMINISTRATOR, Role.ANALYST], True),
        ({1: [Role.ADMINISTRATOR], 2: [Role.ADMINISTRATOR]}, [], True),
        ({1: [Role.VIEWER], 2: [Role.VIEWER]}, [Role.ANALYST], True),
    ],
)
def test_the_last_administrator_stays_one(
    holders: dict[int, list[Role]], roles: list[Role], allowed: bool
) -> None:
    assert (rules.about_administrators(holders, 1, roles) is None) == allowed


def test_a_person_has_at_least_one_role() -> None:
    assert rules.about_roles([])
    assert rules.about_roles([Role.VIEWER]) is None


def test_a_refusal_names_each_field_that_is_wrong() -> None:
    refuse(name=None)
    with pytest.raises(Refused) as refused:
        refuse(name="Enter a name", kind=None, end="Enter a day")
    assert refused.value.errors == {"name": "Enter a name", "end": "Enter a day"}
