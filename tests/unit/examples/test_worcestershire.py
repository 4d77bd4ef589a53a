"""The Worcestershire example holds all that the printed plan holds, counted by hand."""

from __future__ import annotations

import pytest

from oneplan.document.files import from_yaml
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.schema import Action, Measure, PlanDocument
from oneplan.examples import example_plans


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    file = next(file for file in example_plans() if file.name == "worcestershire-2009-10.yaml")
    return from_yaml(file.read_bytes())


@pytest.fixture(scope="module")
def actions(plan: PlanDocument) -> list[Action]:
    return [placed.action for placed in PlanFacts(plan).actions]


@pytest.fixture(scope="module")
def measures(plan: PlanDocument) -> list[Measure]:
    return [placed.measure for placed in PlanFacts(plan).measures]


def test_an_overview_five_outcomes_and_management_hold_ten_priorities_and_nineteen_areas(
    plan: PlanDocument,
) -> None:
    kinds = [placed.element.kind for placed in PlanFacts(plan).elements]
    assert [element.kind for element in plan.elements] == ["section", *["outcome"] * 5, "section"]
    assert (kinds.count("priority"), kinds.count("focus_area")) == (10, 19)


def test_all_but_one_of_the_actions_have_a_reference_of_their_own(actions: list[Action]) -> None:
    references = [action.ref for action in actions if action.ref]
    assert (len(actions), len(references), len(set(references))) == (135, 134, 134)


def test_actions_brought_forward_pointers_and_recommendations_are_kept(
    actions: list[Action],
) -> None:
    pointing = [action for action in actions if action.cross_references]
    pure = [action.ref for action in pointing if not action.measures and not action.due]
    answering = [action for action in actions if action.recommendations]
    assert sum(action.brought_forward_from == "2008/09" for action in actions) == 9
    assert (len(pointing), pure) == (7, ["PC 1.6", "EWB 4.2", "EWB 5.0", "SM 1.0"])
    assert len(answering) == 14
    assert all(answer.page for action in answering for answer in action.recommendations)


def test_the_sums_add_up_to_what_is_printed(actions: list[Action]) -> None:
    sums = [part.amount for action in actions for part in action.funding if part.amount is not None]
    assert (len(sums), sum(sums)) == (51, 26_292_496)


def test_every_item_of_a_progress_cell_is_one_measure(measures: list[Measure]) -> None:
    complete = [
        measure
        for measure in measures
        if any(part.value is not None for part in measure.baselines)
        and any(part.value is not None or part.change_by is not None for part in measure.targets)
    ]
    unset = [
        measure
        for measure in measures
        if any(part.to_be_set for part in [*measure.baselines, *measure.targets])
    ]
    assert (len(measures), len(complete), len(unset)) == (280, 71, 40)


def test_indicators_terms_and_wards_are_all_there(plan: PlanDocument) -> None:
    rows = [
        indicator for placed in PlanFacts(plan).elements for indicator in placed.element.indicators
    ]
    assert (len(rows), len({row.code for row in rows})) == (51, 46)
    assert len(plan.glossary) == 98
    assert sum(place.kind == "ward" for place in plan.places) == 17


def test_the_contradictions_of_the_printed_plan_are_kept(actions: list[Action]) -> None:
    by_reference = {action.ref: action for action in actions}
    core_offer = by_reference["EA 2.6"].measures[3]
    assert core_offer.baselines[0].period == core_offer.targets[0].period == "2010-03"
    assert by_reference["BH 5.5"].measures[1].baselines[0].text == "31.7% in 2007/07"
    assert by_reference["SS 3.0"].groups == by_reference["SS 3.0"].strategies
    assert [by_reference[name].leads for name in ("SS 2.0", "PC 1.4", "PC 1.5")] == [[], [], []]
    assert by_reference["EWB 1.2"].due is None
