from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.milestone_already_met import RULE


def test_at_least_what_is_already_there() -> None:
    [finding] = found(
        RULE,
        measured(
            "At least 70% of patients seen in time by March 2010 (baseline 74% in March 2009)."
        ),
    )
    assert finding.severity == "warning"


def test_a_first_step_behind_the_baseline() -> None:
    document = measured(
        "Increase the number of wardens from 40 in 2008/09 to 35 in 2009/10 and 60 in 2010/11."
    )
    [finding] = found(RULE, document)
    assert finding.severity == "warning"
    assert "first step" in finding.message


def test_a_target_beyond_the_baseline_is_right() -> None:
    document = measured(
        "At least 80% of patients seen in time by March 2010 (baseline 74% in March 2009).",
        "Increase the number of wardens from 40 in 2008/09 to 50 in 2009/10 and 60 in 2010/11.",
        "Maintain the number of wardens at 40 or more in 2010 (baseline 45 in 2009).",
    )
    assert found(RULE, document) == []
