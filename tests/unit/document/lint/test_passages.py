from __future__ import annotations

from hypothesis import given, settings

from builders.any_plan import PLANS
from builders.small_plans import action, measure, outcome, plan, said
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.passages import passages
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import PlanDocument


def _texts(document: PlanDocument) -> list[str]:
    return [passage.text for passage in passages(PlanFacts(document))]


def test_the_texts_come_in_plan_order():
    document = plan(
        said("First word"),
        outcome(
            "Play",
            statements=[said("Why")],
            measures=[measure("How much")],
            actions=[action("Open a park", leads=["Head of Parks"], measures=[measure("Open")])],
            children=[outcome("Sleep")],
        ),
    )
    assert _texts(document) == [
        "A plan for Fenshire",
        "First word",
        "Play",
        "Why",
        "How much",
        "Open a park",
        "Open",
        "Head of Parks",
        "Sleep",
    ]


def test_a_heading_that_is_its_own_first_statement_is_one_text():
    assert _texts(plan(outcome("Play", statements=[said("Play")]))) == [
        "A plan for Fenshire",
        "Play",
    ]


def test_the_texts_are_gathered_once():
    facts = PlanFacts(plan("Text"))
    assert passages(facts) is passages(facts)


@settings(max_examples=60)
@given(PLANS)
def test_no_plan_makes_a_rule_fail(document: PlanDocument):
    facts = PlanFacts(document)
    for rule in RULES:
        assert all(finding.rule == rule.name for finding in rule.check(facts))
