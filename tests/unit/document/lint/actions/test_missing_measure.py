from __future__ import annotations

from builders.small_plans import action, found, measure, plan
from oneplan.document.lint.actions.missing_measure import RULE


def test_an_action_without_a_measure_is_said():
    document = plan(action(ref="FP 1.1", measures=[measure("Café is open")]), action(ref="FP 1.2"))
    [finding] = found(RULE, document)
    assert finding.where == "FP 1.2"
    assert "progress measure" in finding.message


def test_a_plan_in_which_every_action_is_measured_is_clean():
    assert not found(RULE, plan(action(measures=[measure("Café is open")])))
