from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.dates.baseline_after_by_when import RULE


def test_a_baseline_after_its_action() -> None:
    document = measured("Increase in callers (baseline to be set in 2012/13).", due="2011-03")
    assert len(found(RULE, document)) == 1


def test_a_baseline_in_time_is_right() -> None:
    document = measured("Increase in callers (baseline to be set in 2010/11).", due="2011-03")
    assert found(RULE, document) == []
