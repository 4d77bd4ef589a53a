from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.action_without_reference import RULE


def test_the_next_free_reference_is_offered():
    document = plan(
        action(ref="FP 1.1"),
        action(ref="FP 1.2"),
        action("Plant an orchard", None),
        action(ref="FP 1.3"),
    )
    [finding] = found(RULE, document)
    assert finding.where == "Plant an orchard"
    assert "FP 1.4" in finding.fix


def test_a_plan_without_references_is_left_alone():
    assert not found(RULE, plan(action(), action(), action()))
