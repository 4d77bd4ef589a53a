from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.dates.impossible_date import RULE


@pytest.mark.parametrize(
    "text",
    [
        "Open until 31 September 2026.",
        "Open until 30th of February.",
        "Open until 29 February 2011.",
        "This is our vision for 2104-2017, and beyond.",
        "The plan runs 2017 – 2014.",
        "Both sites are open by 2114.",
    ],
)
def test_a_date_that_cannot_be(text: str) -> None:
    [finding] = found(RULE, plan(text))
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "Open until 30 September 2026, and on 29 February 2012.",
        "This is our vision for 2014-2017 and 2009/10.",
        "Visits fell from 2050 to 2010 last year.",
        "The number fell by 2,104 in 2010.",
        "Call 2104 7720 between 2030 and 2015 hours.",
        "Net zero by 2050.",
        "Costs of £2100-1900 were cut.",
    ],
)
def test_dates_and_numbers_that_can(text: str) -> None:
    assert found(RULE, plan(text)) == []


def test_years_joined_by_a_dash_count_nothing_whatever_follows() -> None:
    [finding] = found(RULE, plan("The 2104-2017 action plan was agreed."))
    assert finding.quotes == ("2104-2017",)


def test_a_year_of_five_digits_is_a_slip() -> None:
    [finding] = found(RULE, plan("Clubs grew from 12 in 20223/24 to 20 in 2024/25."))
    assert finding.quotes == ("20223/24",)
    assert not found(RULE, plan("Case 20223-244 and £20,223/24 and 20223/24.5 are no years."))
