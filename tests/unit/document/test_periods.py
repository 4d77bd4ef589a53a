from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.periods import (
    Months,
    month_in_words,
    months_of,
    period_in_words,
    second_year,
)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2009-03", "March 2009", "March 2009"),
        ("2009", "January 2009", "December 2009"),
        ("2008/09", "April 2008", "March 2009"),
        ("1999/00", "April 1999", "March 2000"),
        ("2005/07", "April 2005", "March 2007"),
        ("2008/2009", "April 2008", "March 2009"),
    ],
)
def test_a_period_has_a_first_and_a_last_month(period: str, first: str, last: str) -> None:
    months = months_of(period)
    assert months is not None
    assert (month_in_words(months.first), month_in_words(months.last)) == (first, last)


@pytest.mark.parametrize(
    "period", [None, "", "2008/07", "2008/08", "2009-13", "2009-00", "spring", "09/10"]
)
def test_what_is_no_period_has_no_months(period: str | None) -> None:
    assert months_of(period) is None


def test_a_school_year_begins_in_september() -> None:
    months = months_of("2013/14", "academic")
    assert months is not None
    assert month_in_words(months.first) == "September 2013"


def test_a_month_is_said_with_its_name() -> None:
    assert period_in_words("2009-03") == "March 2009"
    assert period_in_words("2008/09") == "2008/09"
    assert period_in_words("no period") == "no period"


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_none(text: str) -> None:
    months = months_of(text)
    assert months is None or months.first <= months.last
    assert bool(period_in_words(text)) == bool(text)


@given(st.integers(0, 40_000), st.integers(0, 40), st.integers(0, 40_000), st.integers(0, 40))
def test_of_two_periods_at_most_one_is_after_the_other(a: int, b: int, c: int, d: int) -> None:
    one, other = Months(a, a + b), Months(c, c + d)
    assert not (one.after(other) and other.after(one))
    assert not (one.within(other) and one.after(other))


@given(st.integers(1900, 2098))
def test_the_second_year_follows_the_first(year: int) -> None:
    assert second_year(year, f"{(year + 1) % 100:02}") == year + 1
