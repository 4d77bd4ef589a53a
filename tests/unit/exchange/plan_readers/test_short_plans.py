"""A plan of one page, typed as people type such plans."""

from __future__ import annotations

import pytest

from oneplan.document.schema import Action, Element
from oneplan.exchange.plan_readers.reading import read_plan

_PLAN = """Mill Lane Growing Plan 2031

Actions

1. Dig four beds behind the hall. Lead: Allotment Society. By March 2031.
2. Sow beans with the school. Lead: Mill Lane School, by 30 April 2031. Cost: £90.
3. Share the harvest. Partners: Food Bank, Lunch Club. From August 2031.

We will know it has worked when 40 households take beans home (now 12).
"""


@pytest.fixture(scope="module")
def part() -> Element:
    return read_plan(_PLAN.encode(), "mill-lane.txt").plan.elements[0]


@pytest.fixture(scope="module")
def actions(part: Element) -> list[Action]:
    return part.actions


def test_a_date_behind_a_name_is_no_part_of_the_name(actions: list[Action]) -> None:
    assert [action.leads for action in actions] == [
        ["Allotment Society"],
        ["Mill Lane School"],
        [],
    ]
    assert actions[2].partners == ["Food Bank", "Lunch Club"]


def test_it_is_the_date_by_which_the_action_is_done(actions: list[Action]) -> None:
    assert [action.due and action.due.month for action in actions] == [
        "2031-03",
        "2031-04",
        "2031-08",
    ]


def test_how_success_is_known_is_a_measure_and_no_action(part: Element) -> None:
    assert len(part.actions) == 3
    assert [measure.text[:16] for measure in part.measures] == ["We will know it "]
