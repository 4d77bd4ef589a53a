from __future__ import annotations

from builders.small_plans import action, found, measure, plan
from oneplan.document.lint.actions.duplicate_action import RULE
from oneplan.document.schema import CrossReference

SAME = "Train thirty mentors for young drivers"


def test_the_same_action_twice_is_said_once():
    document = plan(
        action(SAME, "FP 1.1", measures=[measure("30 mentors")]),
        action(SAME + ".", "FP 2.4", measures=[measure("30 mentors")]),
    )
    [finding] = found(RULE, document)
    assert "FP 1.1, FP 2.4" in finding.message


def test_one_that_only_points_at_the_other_is_clean():
    pointer = action(
        SAME, "FP 2.4", cross_references=[CrossReference(text="see FP 1.1", target="FP 1.1")]
    )
    assert not found(RULE, plan(action(SAME, "FP 1.1", leads=["Head of Roads"]), pointer))
