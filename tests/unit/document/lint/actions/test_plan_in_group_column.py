from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.plan_in_group_column import RULE


def test_a_plan_among_the_groups_is_said():
    [finding] = found(
        RULE, plan(action(groups=["Play Board", "Local Transport Plan 3", "Play Policy"]))
    )
    assert finding.quotes == ("Local Transport Plan 3", "Play Policy")


def test_a_group_among_the_plans_is_said():
    [finding] = found(
        RULE, plan(action(strategies=["Play Strategy", "Play Strategy Steering Group"]))
    )
    assert finding.quotes == ("Play Strategy Steering Group",)


def test_a_group_named_after_its_strategy_is_a_group():
    document = plan(
        action(groups=["Play Strategy Group"], strategies=["Forum Action Plan (North)"])
    )
    assert not found(RULE, document)
