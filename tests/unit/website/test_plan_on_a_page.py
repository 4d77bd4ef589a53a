from __future__ import annotations

from builders.site_plans import told_plan
from builders.small_plans import action, outcome
from oneplan.document.identity import with_ids
from oneplan.document.schema import Element, PlanDocument, Statement
from oneplan.website.open_plan import OpenPlan
from oneplan.website.pages.plan.values import PlanOnAPage, plan_on_a_page


def _page(plan: PlanDocument) -> PlanOnAPage:
    return plan_on_a_page(OpenPlan("plan", "it", with_ids(plan), []))


def _area(title: str) -> Element:
    return Element(kind="focus_area", title=title, label="Area of focus")


def test_areas_named_in_a_summary_are_not_counted_twice() -> None:
    told = told_plan()
    summary = Element(kind="section", title="At a glance")
    summary.children = [child.model_copy() for child in told.elements[1].children]
    told.elements.insert(0, summary)
    assert _page(told).holds == "One outcome and two areas of focus. "


def test_areas_done_under_one_heading_are_not_said_to_have_no_actions() -> None:
    both = Element(
        kind="section", title="Fewer falls / Fewer burns", actions=[action("Fit alarms")]
    )
    top = outcome("Safe homes", children=[_area("Fewer falls"), _area("Fewer burns"), both])
    rows = _page(PlanDocument(title="Homes", elements=[top])).groups[0]
    assert [row.cells[-1].text for row in rows] == ["Fewer falls / Fewer burns"]


def test_an_area_that_nobody_works_on_stays() -> None:
    both = Element(
        kind="section", title="Fewer falls / Fewer burns", actions=[action("Fit alarms")]
    )
    top = outcome("Safe homes", children=[_area("Fewer floods"), both])
    rows = _page(PlanDocument(title="Homes", elements=[top])).groups[0]
    assert [len(row.marks) for row in rows] == [0, 1]


def test_a_column_of_outcomes_and_priorities_is_called_after_both() -> None:
    outcomes = [outcome(f"Outcome {n}") for n in "ab"]
    priorities = [Element(kind="priority", title=f"Priority {n}") for n in "ab"]
    page = _page(PlanDocument(title="Mixed", elements=[*outcomes, *priorities]))
    assert page.columns == ["Outcome or priority"]


def test_only_a_plan_with_recommendations_has_a_page_of_them() -> None:
    plan = told_plan()
    assert not OpenPlan("plan", "it", with_ids(plan), []).names_recommendations
    plan.statements.append(Statement(kind="recommendation", text="Set up a night bus."))
    assert OpenPlan("plan", "it", with_ids(plan), []).names_recommendations
