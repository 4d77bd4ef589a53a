from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.dates.target_before_baseline import RULE


def test_dates_the_wrong_way_round() -> None:
    [finding] = found(RULE, measured("Raise take-up from 41% in March 2011 to 45% in March 2010."))
    assert finding.severity == "error"


def test_dates_in_order_are_right() -> None:
    assert found(RULE, measured("Raise take-up from 41% in March 2010 to 45% in March 2011.")) == []


def test_a_month_within_the_year_is_right() -> None:
    assert found(RULE, measured("Raise take-up from 41% in 2010 to 45% in March 2010.")) == []
