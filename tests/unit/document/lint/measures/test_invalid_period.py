from __future__ import annotations

import pytest

from builders.measured_plans import measured
from builders.small_plans import found, plan
from oneplan.document.lint.measures.invalid_period import RULE


@pytest.mark.parametrize("period", ["2007/07", "2008/07", "2008/2008"])
def test_a_year_that_does_not_end_in_the_next_is_an_error(period: str) -> None:
    [finding] = found(RULE, measured(f"Raise take-up from 31% in {period} to 34% in 2009/10."))
    assert finding.severity == "error"
    assert period in finding.quotes[0]


@pytest.mark.parametrize("period", ["2008/09", "2008/2009", "1999/00", "March 2008", "2008-09"])
def test_years_across_two_are_right(period: str) -> None:
    assert found(RULE, measured(f"Raise take-up from 31% in {period} to 34% in 2010/11.")) == []


def test_years_taken_together_are_right_when_they_say_so() -> None:
    pooled = "Cut the rate from 31% in 2006/09 (three-year average) to 25% in 2010/11."
    assert found(RULE, measured(pooled)) == []
    [finding] = found(RULE, measured("Cut the rate from 31% in 2006/09 to 25% in 2010/11."))
    assert finding.severity == "warning"


def test_a_day_of_the_year_is_no_period() -> None:
    assert found(RULE, plan("Agreed on 12/05/2009 and on 2009/05/12.")) == []
