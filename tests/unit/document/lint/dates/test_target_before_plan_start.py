from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.dates.target_before_plan_start import RULE


def test_a_target_of_a_year_long_gone() -> None:
    [finding] = found(RULE, measured("A decrease in exclusions to 0.07% in 2006/07."))
    assert finding.severity == "error"
    assert "April 2009" in finding.message


def test_the_year_just_closed_is_asked_about() -> None:
    [finding] = found(RULE, measured("A decrease in exclusions to 0.07% in 2008/09."))
    assert finding.severity == "warning"


def test_a_target_within_the_plan_is_right() -> None:
    document = measured("A decrease in exclusions from 0.1% in 2006/07 to 0.07% in 2010/11.")
    assert found(RULE, document) == []


def test_a_figure_with_a_later_one_after_it_may_be_the_start() -> None:
    document = measured("Admissions: 11.2 per 1,000 in 2006/07 to 9 per 100 in 2010/11.")
    assert found(RULE, document) == []
