"""The reference action plan, read and counted."""

import pytest

from builders.composed import placed_actions
from builders.shared import SEEDS, WITHOUT_SEEDS
from oneplan.document.schema import Action, Element, PlanDocument
from oneplan.exchange.plan_readers.reading import Reading, read_plan

pytestmark = pytest.mark.skipif(SEEDS is None, reason=WITHOUT_SEEDS)


@pytest.fixture(scope="module")
def reading() -> Reading:
    assert SEEDS is not None
    (path,) = SEEDS.glob("003_*.txt")
    return read_plan(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def actions(reading: Reading) -> list[Action]:
    return [action for _, action in placed_actions(reading.plan.elements)]


def _elements(plan: PlanDocument) -> list[Element]:
    found, pending = [], list(plan.elements)
    while pending:
        element = pending.pop()
        found.append(element)
        pending += element.children
    return found


def test_all_actions_with_their_references(actions: list[Action]) -> None:
    assert len(actions) == 135
    assert sum(action.ref is not None for action in actions) == 134


def test_the_parts_of_the_plan(reading: Reading) -> None:
    kinds = [element.kind for element in _elements(reading.plan)]
    assert (kinds.count("outcome"), kinds.count("priority"), kinds.count("focus_area")) == (
        5,
        10,
        19,
    )
    assert [part.title for part in reading.plan.elements][:5] == [
        "Be healthy",
        "Stay safe",
        "Enjoy and achieve",
        "Positive contribution",
        "Economic well-being",
    ]
    assert len(reading.plan.elements) == 6


def test_what_was_brought_forward_and_what_points_elsewhere(actions: list[Action]) -> None:
    assert sum(action.brought_forward_from is not None for action in actions) == 9
    pointing = [action for action in actions if action.cross_references]
    assert len(pointing) == 7
    assert sum(not action.leads and action.due is None for action in pointing) == 4


def test_answers_to_inspections_name_reports_and_pages(actions: list[Action]) -> None:
    answers = [action for action in actions if action.recommendations]
    assert len(answers) == 14
    assert all(known.page for action in answers for known in action.recommendations)
    assert all(action.category == "recommendation" for action in answers)


def test_the_money_adds_up(actions: list[Action]) -> None:
    sums = [
        known.amount for action in actions for known in action.funding if known.amount is not None
    ]
    assert len(sums) == 51
    assert sum(sums) == 26_292_496


def test_measures_and_indicators(reading: Reading, actions: list[Action]) -> None:
    assert abs(sum(len(action.measures) for action in actions) - 280) <= 5
    indicators = [known for element in _elements(reading.plan) for known in element.indicators]
    assert len(indicators) == 51
    assert len({known.code for known in indicators if known.code}) == 46


def test_acronyms_and_wards(reading: Reading) -> None:
    assert len(reading.plan.glossary) == 98
    assert len(reading.plan.places) == 17


def test_nothing_was_left_unread(reading: Reading) -> None:
    assert [finding.rule for finding in reading.findings] == []
