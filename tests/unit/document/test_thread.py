from __future__ import annotations

from hypothesis import given, settings

from builders.any_plan import PLANS
from builders.plans import make_plan
from oneplan.document.schema import (
    Action,
    Element,
    Indicator,
    Measure,
    PlanDocument,
    Recommendation,
    Statement,
)
from oneplan.document.thread import GAPS, golden_thread, logic_model


def _kinds(plan: PlanDocument) -> list[str]:
    return [gap.kind for gap in golden_thread(plan).gaps]


def _outcome(**parts: object) -> Element:
    return Element.model_validate({"kind": "outcome", "title": "Rivers are clean", **parts})


def test_an_outcome_that_nothing_measures_is_a_gap() -> None:
    plan = PlanDocument(title="P", elements=[_outcome(actions=[Action(text="Fence the banks")])])
    assert _kinds(plan) == ["outcome-without-measure"]


def test_a_measure_far_below_an_outcome_measures_it() -> None:
    deed = Action(text="Fence the banks", measures=[Measure(text="9 miles fenced")])
    below = Element(kind="priority", title="Banks", actions=[deed])
    plan = PlanDocument(title="P", elements=[_outcome(children=[below])])
    assert _kinds(plan) == []


def test_an_indicator_that_no_action_serves_is_a_gap() -> None:
    plan = PlanDocument(title="P", elements=[_outcome(indicators=[Indicator(name="Nitrate")])])
    (gap,) = golden_thread(plan).gaps
    assert (gap.kind, gap.text) == ("measure-without-action", "Nitrate")


def test_activities_in_prose_are_work_too() -> None:
    work = Statement(kind="activity", text="Farmers plant buffer strips")
    plan = PlanDocument(
        title="P", elements=[_outcome(statements=[work], measures=[Measure(text="Less nitrate")])]
    )
    assert _kinds(plan) == []


def test_a_recommendation_with_nothing_beside_it_is_a_gap() -> None:
    said = Statement(kind="recommendation", text="Test the water weekly")
    plan = PlanDocument(title="P", elements=[_outcome(statements=[said])])
    assert "recommendation-without-action" in _kinds(plan)


def test_actions_under_a_joint_heading_belong_to_both_areas() -> None:
    deed = Action(text="Fence the banks", measures=[Measure(text="9 miles fenced")])
    areas = [
        Element(kind="focus_area", title="Clear water"),
        Element(kind="focus_area", title="Firm banks", indicators=[Indicator(name="Nitrate")]),
        Element(kind="section", title="Clear water / Firm banks", actions=[deed, deed]),
    ]
    plan = PlanDocument(title="P", elements=[_outcome(children=areas)])
    thread = golden_thread(plan)
    assert [strand.work for strand in thread.strands] == [0, 2, 2, 2]
    assert [strand.measured for strand in thread.strands] == [0, 2, 3, 2]
    assert not [gap for gap in thread.gaps if gap.kind == "measure-without-action"]


def test_an_action_in_a_section_serves_nothing() -> None:
    plan = PlanDocument(
        title="P",
        elements=[Element(kind="section", title="Notes", actions=[Action(text="Meet monthly")])],
    )
    assert _kinds(plan) == ["action-serves-nothing"]


def test_actions_that_answer_the_same_page_stand_together() -> None:
    page = Recommendation(report="Water audit 2031", page="4")
    first = Action(ref="A 1", text="Buy a probe", recommendations=[page])
    second = Action(ref="A 2", text="Train two samplers", recommendations=[page])
    plan = PlanDocument(title="P", elements=[_outcome(actions=[first, second])])
    (answer,) = golden_thread(plan).answers
    assert [action.ref for action in answer.actions] == ["A 1", "A 2"]


def test_the_logic_model_names_each_thing_once_in_plan_order() -> None:
    plan = make_plan(3)
    vision, outcomes, priorities, work, measures = logic_model(plan)
    assert len(vision.items) == 1
    assert outcomes.items == tuple(element.title for element in plan.elements)
    assert priorities.items
    assert len(work.items) == len(set(work.items)) > len(outcomes.items)
    assert measures.items


def test_a_plan_without_a_fault_has_no_gap() -> None:
    assert [_kinds(make_plan(seed)) for seed in range(4)] == [[]] * 4


@given(PLANS)
@settings(max_examples=60)
def test_any_plan_has_a_thread_whose_gaps_are_explained(plan: PlanDocument) -> None:
    thread = golden_thread(plan)
    assert {gap.kind for gap in thread.gaps} <= set(GAPS)
    assert len(thread.logic_model) == 5
