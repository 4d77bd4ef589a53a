from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.dates.by_when_after_plan_end import RULE


def test_an_action_beyond_the_plan() -> None:
    [finding] = found(RULE, measured("9 clubs open.", due="2013-09"))
    assert finding.severity == "warning"
    assert finding.where == "A 1.1"


def test_the_last_month_of_the_plan_is_right() -> None:
    assert found(RULE, measured("9 clubs open.", due="2012-03")) == []
