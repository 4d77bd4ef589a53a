from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.action_is_an_outcome import RULE


def test_a_hoped_for_result_is_not_an_action():
    [finding] = found(RULE, plan(action("More tenants in homes that are warm.", "FP 2.2")))
    assert finding.severity == "info"


def test_a_commitment_without_a_reference_may_be_a_result():
    assert not found(RULE, plan(action("Fewer road deaths")))


def test_a_result_with_its_deed_is_an_action():
    text = "More tenants in warm homes. Insulate two hundred roofs a year."
    assert not found(RULE, plan(action(text, "FP 2.2")))
