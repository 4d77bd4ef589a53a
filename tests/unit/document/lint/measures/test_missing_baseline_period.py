from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.missing_baseline_period import RULE


def test_a_baseline_without_a_date_needs_an_answer() -> None:
    [finding] = found(RULE, measured("Increase take-up from 58% to 70% in 2011."))
    assert finding.severity == "warning"
    assert "58%" in finding.message


def test_nought_without_a_date_is_worth_a_look() -> None:
    [finding] = found(RULE, measured("Increase the number of wardens from 0 to 12 in March 2011."))
    assert finding.severity == "info"


def test_a_dated_baseline_is_right() -> None:
    assert found(RULE, measured("Increase take-up from 58% in March 2009 to 70% in 2011.")) == []
