"""The four narrative examples keep the structure, figures and contradictions of the plans they retell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oneplan.document.files import from_yaml
from oneplan.document.schema import Element, PlanDocument
from oneplan.examples import example_plans


def _plan(name: str) -> PlanDocument:
    (file,) = [file for file in example_plans() if file.name == f"{name}.yaml"]
    return from_yaml(file.read_bytes())


def _every(plan: PlanDocument) -> Iterator[Element]:
    pending = list(plan.elements)
    while pending:
        element = pending.pop(0)
        yield element
        pending = element.children + pending


def _of_kind(plan: PlanDocument, kind: str) -> list[Element]:
    return [element for element in _every(plan) if element.kind == kind]


def _statements(plan: PlanDocument) -> Counter[str]:
    kinds = [statement.kind for statement in plan.statements]
    return Counter(kinds + [said.kind for element in _every(plan) for said in element.statements])


def test_the_plan_of_2014_has_its_outcomes_and_what_was_said_and_achieved() -> None:
    plan = _plan("worcestershire-2014-17")
    outcomes = _of_kind(plan, "outcome")
    assert [len(outcome.measures) for outcome in outcomes] == [6, 9, 5, 4, 2, 5, 1]
    assert sum(len(outcome.children) for outcome in outcomes) == 18
    kinds = _statements(plan)
    expected = {"evidence": 39, "activity": 42, "success": 31, "said": 5, "achieved": 28}
    assert {kind: kinds[kind] for kind in expected} == expected


def test_the_plan_of_2014_keeps_the_targets_that_contradict_their_direction() -> None:
    outcomes = _of_kind(_plan("worcestershire-2014-17"), "outcome")
    contradicting = [
        (measure.baselines[0].value, measure.targets[0].value)
        for outcome in outcomes
        for measure in outcome.measures
        if measure.direction == "decrease"
        and measure.baselines
        and measure.targets
        and (measure.targets[0].value or 0) > (measure.baselines[0].value or 0)
    ]
    assert contradicting == [(31.9, 33.0), (34.9, 37.0)]


def test_the_plan_of_2014_keeps_one_target_with_two_periods() -> None:
    outcomes = _of_kind(_plan("worcestershire-2014-17"), "outcome")
    periods = {
        measure.targets[0].period
        for outcome in outcomes
        for measure in outcome.measures
        if [baseline.value for baseline in measure.baselines] == [4.7]
    }
    assert periods == {"2013/14", "2014/15"}


def test_the_summary_of_2014_has_one_area_of_focus_more_than_the_detail() -> None:
    plan = _plan("worcestershire-2014-17")
    (summary,) = [element for element in plan.elements if element.title == "Our Priorities"]
    listed = [area.title for outcome in summary.children for area in outcome.children]
    detailed = [area.title for outcome in _of_kind(plan, "outcome") for area in outcome.children]
    assert (len(listed), len(detailed)) == (19, 18)
    assert len(set(listed) - set(detailed)) == 3


def test_the_plan_of_2014_keeps_its_slips() -> None:
    plan = _plan("worcestershire-2014-17")
    measures = [measure for outcome in _of_kind(plan, "outcome") for measure in outcome.measures]
    exclusions = [measure for measure in measures if "exclusions" in measure.text]
    targets = [(part.value, part.period) for measure in exclusions for part in measure.targets]
    said = " ".join(statement.text for element in _every(plan) for statement in element.statements)
    assert (targets, exclusions[0].baselines) == ([(0.07, "2012/13")], [])
    assert any("2104-2017" in statement.text for statement in plan.statements)
    assert all(slip in said for slip in ("90th of 153", "9.5% (4 children) in 2013", "583", "900"))


def test_the_plan_of_2022_has_its_partnerships() -> None:
    plan = _plan("worcestershire-2022-24")
    bodies = _of_kind(plan, "partnership")
    assert [len(body.members) for body in bodies] == [21, 6, 13, 20]
    assert sum(len(element.measures) for element in plan.elements) == 16
    assert sum(len(element.measures) for element in bodies[2].children) == 41
    actions = [sum(len(part.actions) for part in [body, *body.children]) for body in bodies]
    assert actions == [6, 12, 34, 18]


def test_the_report_of_2017_has_its_logic_model() -> None:
    plan = _plan("worcestershire-2017-21-cabinet-report")
    assert [len(_of_kind(plan, kind)) for kind in ("outcome", "priority")] == [4, 11]
    kinds = _statements(plan)
    assert [kinds[kind] for kind in ("activity", "recommendation", "scrutiny")] == [8, 4, 8]
    assert (kinds["vision"], sum(len(element.measures) for element in _every(plan))) == (1, 9)


def test_the_consultation_of_2017_keeps_figures_that_do_not_add_up() -> None:
    figures: Counter[str] = Counter()
    for element in _every(_plan("worcestershire-2017-21-cabinet-report")):
        for said in element.statements:
            about, _, number = said.text.rpartition(" ")
            if said.kind == "evidence" and ": " in about and number.isdigit():
                figures[about.partition(":")[0]] += int(number)
    assert figures == {
        "Respondent types": 2644,
        "District": 2431,
        "Gender": 1382,
        "Disability": 1090,
    }


def test_the_headlines_have_their_commitments_and_sums() -> None:
    plan = _plan("herefordshire-headlines-1-9")
    actions = [action for element in _every(plan) for action in element.actions]
    assert len(actions) == 35
    sums = [(part.amount, part.kind) for action in actions for part in action.funding]
    assert sums == [
        (1_800_000, "invested"),
        (3_500_000, "reconfigured"),
        (1_400_000, "amount"),
        (1_100_000, "reconfigured"),
        (2_800_000, "saved"),
        (5_000_000, "avoided"),
        (250_000, "invested"),
        (350_000, "returned"),
    ]
    assert (plan.version, plan.period) == ("1.9", None)
