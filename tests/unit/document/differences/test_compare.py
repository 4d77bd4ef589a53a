from __future__ import annotations

import pytest
from hypothesis import given, settings

from builders.any_plan import PLANS
from oneplan.document.differences.changes import Change
from oneplan.document.differences.compare import compare_plans
from oneplan.document.schema import (
    Action,
    Baseline,
    CrossReference,
    Due,
    Element,
    Funding,
    Measure,
    PlanDocument,
    Step,
    Target,
)


def _plan() -> PlanDocument:
    mentors = Action(
        ref="EA 1.0",
        text="Train a mentor in each secondary school",
        due=Due(text="July 2025", month="2025-07"),
        leads=["Head of Inclusion"],
        partners=["Schools", "Youth service"],
        funding=[Funding(text="£20,000", amount=20_000, currency="GBP", kind="amount")],
        measures=[
            Measure(
                text="Mentored pupils who stay on, from 61% in 2023/24 to 80% in 2025/26",
                kind="quantified",
                unit="%",
                baselines=[Baseline(text="61% in 2023/24", value=61, period="2023/24")],
                targets=[Target(text="80% in 2025/26", value=80, period="2025/26")],
            )
        ],
    )
    buses = Action(
        ref="EA 1.1",
        text="Give free bus travel to carers under eighteen",
        cross_references=[CrossReference(text="see EA 1.0", target="EA 1.0")],
    )
    learning = Element(kind="outcome", label="Ambition", code="1", title="All learn")
    learning.actions = [mentors, buses]
    safe = Element(kind="outcome", label="Ambition", code="2", title="All are safe")
    return PlanDocument(title="A plan for the coast", version="1.0", elements=[learning, safe])


def _changes(change_of: object) -> list[Change]:
    after = _plan()
    change_of(after)  # type: ignore[operator] # a lambda over the plan
    return compare_plans(_plan(), after)


@given(PLANS)
@settings(max_examples=100, deadline=None)
def test_a_plan_does_not_differ_from_itself(plan: PlanDocument) -> None:
    assert compare_plans(plan, plan.model_copy(deep=True)) == []


def _renumber(plan: PlanDocument) -> PlanDocument:
    copy = plan.model_copy(deep=True)
    pending, number = list(copy.elements), 0
    while pending:
        element = pending.pop()
        pending += element.children
        for action in element.actions:
            number += 1
            action.ref = f"ZZ {number}.7"
    return copy


@given(PLANS)
@settings(max_examples=100, deadline=None)
def test_a_renumbered_copy_differs_in_its_numbers_only(plan: PlanDocument) -> None:
    changes = compare_plans(plan, _renumber(plan))
    assert {change.kind for change in changes} <= {"renumbered"}


def test_a_pointer_to_a_renumbered_action_has_not_changed() -> None:
    after = _plan()
    after.elements[0].actions[0].ref = "EA 7.0"
    after.elements[0].actions[1].cross_references[0].target = "EA 7.0"
    (change,) = compare_plans(_plan(), after)
    assert (change.kind, change.before, change.after) == ("renumbered", "EA 1.0", "EA 7.0")


def test_actions_that_swap_their_numbers_are_renumbered_and_not_rewritten() -> None:
    after = _plan()
    first, second = after.elements[0].actions
    first.ref, second.ref = second.ref, first.ref
    second.cross_references[0].target = "EA 1.1"
    assert [change.kind for change in compare_plans(_plan(), after)] == ["renumbered"] * 2


def test_a_lowered_target_is_said_in_numbers() -> None:
    def lower(plan: PlanDocument) -> None:
        measure = plan.elements[0].actions[0].measures[0]
        measure.targets[0].value = 72
        measure.text = measure.text.replace("80%", "72%")

    (change,) = _changes(lower)
    assert change.kind == "target"
    assert "lowered from 80% in 2025/26 to 72% in 2025/26" in change.words


def test_a_moved_action_names_both_places() -> None:
    def move(plan: PlanDocument) -> None:
        plan.elements[1].actions.append(plan.elements[0].actions.pop(0))

    (change,) = _changes(move)
    assert change.words == "EA 1.0 moved from “All learn” to “All are safe”"


def test_a_changed_lead_names_who_was_and_who_is() -> None:
    def hand_over(plan: PlanDocument) -> None:
        plan.elements[0].actions[0].leads = ["Virtual School Head"]

    (change,) = _changes(hand_over)
    assert (
        change.words == "EA 1.0 has another lead: Virtual School Head instead of Head of Inclusion"
    )


def test_a_later_date_is_said_to_be_later() -> None:
    def delay(plan: PlanDocument) -> None:
        plan.elements[0].actions[0].due = Due(text="Dec 2025", month="2025-12")

    (change,) = _changes(delay)
    assert change.words == "EA 1.0 is due later: Dec 2025 instead of July 2025"


def test_less_money_shows_both_sums() -> None:
    def cut(plan: PlanDocument) -> None:
        plan.elements[0].actions[0].funding[0].amount = 12_500

    (change,) = _changes(cut)
    assert change.words == "The money of EA 1.0 is £12,500 instead of £20,000"


def test_an_action_may_be_reworded_and_renumbered_at_once() -> None:
    def rework(plan: PlanDocument) -> None:
        plan.elements[0].actions[0].ref = "EA 9.9"
        plan.elements[0].actions[0].text = "Train two mentors in each secondary school"

    kinds = {change.kind for change in _changes(rework)}
    assert kinds == {"renumbered", "text"}


def test_new_and_dropped_parts_are_named() -> None:
    def replace(plan: PlanDocument) -> None:
        plan.elements[0].actions.pop(1)
        plan.elements[1].title = "Rivers are clean"
        plan.version = "1.1"

    words = [change.words for change in _changes(replace)]
    assert "Version 1.0 is now 1.1" in words
    assert any(said.startswith("EA 1.1 is gone") for said in words)
    assert "“Rivers are clean” is new" in words
    assert "“All are safe” is gone" in words


def test_two_states_of_one_live_plan_are_paired_by_ids_however_reworded() -> None:
    def worded(text: str, measured: str) -> PlanDocument:
        action = Action(id="a", text=text, measures=[Measure(id="m", text=measured)])
        element = Element(kind="outcome", title="Young people thrive", actions=[action])
        return PlanDocument(title="A plan for Fenshire", elements=[element])

    old = worded("Open a youth café in every town", "Visits to cafés")
    new = worded("Nobody waits", "Complaints about queues")
    kinds = [change.kind for change in compare_plans(old, new, same_ids=True)]
    assert kinds == ["text", "text"]
    assert [change.kind for change in compare_plans(old, new)] == ["added", "removed"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([], ["Find a hall"], "EA 1.0 has a new step: Find a hall"),
        (["Find a hall"], [], "EA 1.0 loses a step: Find a hall"),
        (["Find a hall"], ["Find two halls"], "EA 1.0 has one step reworded"),
        (
            ["Find a hall", "Ask the head"],
            ["Ask the head", "Find a hall"],
            "EA 1.0 has its steps in another order, or in other months",
        ),
        (
            ["Find a hall"],
            ["Hire", "Train"],
            "EA 1.0 has other steps: 2 new or reworded, 1 gone or reworded",
        ),
        ([], ["Hire", "Train"], "EA 1.0 has other steps: 2 new or reworded"),
    ],
)
def test_what_happened_to_steps_is_said(before: list[str], after: list[str], said: str) -> None:
    old, new = _plan(), _plan()
    for plan, texts in ((old, before), (new, after)):
        plan.elements[0].actions[0].steps = [Step(text=text) for text in texts]
    assert [change.words for change in compare_plans(old, new)] == [said]


def test_a_new_action_without_a_reference_is_not_said_twice() -> None:
    before, after = _of_five("AB"), _of_five("ABC")
    after.elements[0].actions[2] = Action(id="c", text="Dig the last ditch")
    words = [change.words for change in compare_plans(before, after, same_ids=True)]
    assert words == ["“Dig the last ditch” is new"]


def _of_five(refs: str) -> PlanDocument:
    area = Element(id="area", kind="outcome", title="Dry feet")
    area.actions = [Action(id=ref, ref=ref, text=f"Dig ditch {ref}") for ref in refs]
    return PlanDocument(title="Fens", elements=[area])


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("ABCDE", []),
        ("BCDEA", ["A stands after E now"]),
        ("EABCD", ["E stands first now"]),
        ("ABDCE", ["D stands after B now"]),
        ("ABXCDE", ["X is new: Dig ditch X"]),
        ("ACDE", ["B is gone: Dig ditch B"]),
    ],
)
def test_another_order_of_a_live_plan_is_told_by_what_was_moved(
    after: str, told: list[str]
) -> None:
    changes = compare_plans(_of_five("ABCDE"), _of_five(after), same_ids=True)
    assert [change.words for change in changes] == told


def test_an_element_that_stands_elsewhere_among_its_like_is_told() -> None:
    def plan(titles: str) -> PlanDocument:
        areas = [Element(id=title, kind="outcome", title=title) for title in titles]
        return PlanDocument(title="Fens", elements=areas)

    changes = compare_plans(plan("ABC"), plan("CAB"), same_ids=True)
    assert [change.words for change in changes] == ["“C” stands first now"]
