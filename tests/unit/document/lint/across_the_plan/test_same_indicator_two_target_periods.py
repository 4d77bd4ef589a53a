from __future__ import annotations

from builders.measured_plans import apart
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.same_indicator_two_target_periods import RULE


def test_one_target_with_two_dates() -> None:
    document = apart(
        "Young people without work down from 4.7% in 2007/08 to 4.5% in 2009/10.",
        "Young people without work down from 4.7% in 2007/08 to 4.5% in 2010/11.",
    )
    [finding] = found(RULE, document)
    assert "2009/10 in A 1.1" in finding.message


def test_a_further_target_later_is_right() -> None:
    document = apart(
        "Young people without work down from 4.7% in 2007/08 to 4.5% in 2009/10.",
        "Young people without work down from 4.7% in 2007/08 to 4.1% in 2010/11.",
    )
    assert found(RULE, document) == []
