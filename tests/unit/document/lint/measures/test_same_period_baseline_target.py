from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found, plan
from oneplan.document.lint.measures.same_period_baseline_target import RULE


def test_two_figures_of_one_month_cannot_both_be() -> None:
    [finding] = found(
        RULE, measured("Raise the number of mentors from 16 in March 2010 to 27 in March 2010.")
    )
    assert finding.severity == "error"
    assert "March 2010: 16 to 27" in finding.message


def test_a_baseline_in_an_earlier_year_is_right() -> None:
    assert (
        found(
            RULE, measured("Raise the number of mentors from 16 in March 2009 to 27 in March 2010.")
        )
        == []
    )


def test_figures_of_one_year_in_prose_are_found() -> None:
    document = plan(
        "18.2% of care leavers went to college in 2013, and increased from 12.5% in 2013."
    )
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert "12.5% and 18.2%" in finding.message


def test_prose_that_names_two_years_is_right() -> None:
    document = plan(
        "18.2% of care leavers went to college in 2013, and increased from 12.5% in 2012.",
        "Visits rose from 1,200 in 2012 to 1,500 in 2013.",
    )
    assert found(RULE, document) == []
