from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.missing_target import RULE


def test_a_start_and_no_end_needs_an_answer() -> None:
    [finding] = found(RULE, measured("Decrease in exclusions from 24% in 2008/09."))
    assert "Any fall at all" in finding.message


def test_a_change_or_a_comparison_is_a_target() -> None:
    document = measured(
        "Increase visits from 6,300 in 2009/10 by 8% in 2010/11.",
        "Raise take-up from 31% in 2009 to be in line with the England average.",
    )
    assert found(RULE, document) == []


def test_a_range_is_a_target() -> None:
    document = measured("Increase foster homes from 40 in 2030 to 55–60 by 2032.")
    assert found(RULE, document) == []
