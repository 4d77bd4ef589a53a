from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.missing_lead import RULE
from oneplan.document.schema import CrossReference


def test_an_action_without_a_lead_is_said_with_its_reference():
    document = plan(action(ref="FP 1.1", leads=["Head of Parks"]), action(ref="FP 1.2"))
    [finding] = found(RULE, document)
    assert finding.where == "FP 1.2"


def test_a_plan_without_any_lead_gets_one_finding():
    [finding] = found(RULE, plan(*[action(ref=f"FP 1.{n}") for n in range(9)]))
    assert "any of its 9 actions" in finding.message
    assert "and 3 more" in finding.quotes


def test_an_action_that_only_points_at_another_owes_no_lead():
    pointer = action(ref="FP 1.2", cross_references=[CrossReference(text="see FP 1.1")])
    assert not found(RULE, plan(action(leads=["Head of Parks"]), pointer))
