from __future__ import annotations

from builders.measured_plans import apart
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.target_met_elsewhere import RULE


def test_a_level_that_another_action_starts_from_is_met_already() -> None:
    [finding] = found(
        RULE,
        apart(
            "60% of parks hold the Green Ribbon by December 2010.",
            "Increase the percentage of parks holding the full Green Ribbon from 60% in March 2010 to 70% in March 2011.",
        ),
    )
    assert finding.where == "A 1.1"
    assert finding.message.startswith("A 1.2 gives 60%")


def test_a_level_beyond_the_start_is_right() -> None:
    document = apart(
        "65% of parks hold the Green Ribbon by December 2010.",
        "Increase the percentage of parks that hold the Green Ribbon from 60% in March 2010 to 70% in March 2011.",
    )
    assert found(RULE, document) == []


def test_another_group_is_another_matter() -> None:
    document = apart(
        "60% of parks hold the Green Ribbon by December 2010.",
        "Increase the percentage of town parks that hold the Green Ribbon from 60% in March 2010 to 70% in March 2011.",
    )
    assert found(RULE, document) == []


def test_a_later_start_tells_nothing() -> None:
    document = apart(
        "60% of parks hold the Green Ribbon by December 2009.",
        "Increase the percentage of parks that hold the Green Ribbon from 60% in March 2010 to 70% in March 2011.",
    )
    assert found(RULE, document) == []
