from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oneplan.document.phrases.dates import find_periods, first_month, last_month, read_due

_WORDS = ("by", "in", "from", "the", "to", "review", "of", "and", "homes")
_PRINTED = ("March 2012", "2012/13", "2012-13", "31/03/2013", "Q3 2015/16", "Summer 2014", "Dec 11")


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(_WORDS + _PRINTED), max_size=12))
def test_a_period_stands_where_it_says(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for found in find_periods(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("31 June 2012", "no day 31"),
        ("2011/13", "no year"),
        ("2016-2012", "backwards"),
        ("2104-2017", "2104"),
        ("Marhc 2012", "March?"),
        ("44/10/2012", "no day 44"),
        ("10/44/2012", "no month 44"),
    ],
)
def test_an_impossible_period_says_why(text: str, word: str) -> None:
    (found,) = find_periods(text)
    assert not found.valid
    assert found.period is None
    assert word in (found.problem or "")


def test_a_span_has_a_beginning_and_is_its_end() -> None:
    (found,) = find_periods("April 2012 – March 2015")
    assert (found.first, found.period) == ("2012-04", "2015-03")


def test_split_years_joined_by_a_dash_are_a_span_and_no_day() -> None:
    for text in ("2019/20-2021/22", "2019/20–2021/22", "19/20-21/22"):
        [found] = find_periods(text)
        assert (found.first, found.period, found.problem) == ("2019/20", "2021/22", None)


def test_the_kind_of_a_year_is_only_what_the_words_say() -> None:
    kinds = [
        found.year_kind for found in find_periods("2012/13, academic year 2013/14, FY 2014/15")
    ]
    assert kinds == [None, "academic", "financial"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2012-05", "2012-05", "2012-05"),
        ("2012", "2012-01", "2012-12"),
        ("2012/13", "2012-04", "2013-03"),
    ],
)
def test_the_months_that_a_period_covers(period: str, first: str, last: str) -> None:
    assert (first_month(period), last_month(period)) == (first, last)


def test_an_academic_year_ends_in_august() -> None:
    assert (first_month("2012/13", "academic"), last_month("2012/13", "academic")) == (
        "2012-09",
        "2013-08",
    )


def test_an_empty_cell_has_no_date() -> None:
    assert read_due("  ") is None


def test_what_is_no_date_is_kept_as_printed() -> None:
    due = read_due("When funds allow")
    assert due is not None
    assert (due.text, due.month, due.period) == ("When funds allow", None, None)


def test_the_year_of_a_month_may_stand_beside_it() -> None:
    due = read_due("September", "2013 first wave")
    assert due is not None
    assert (due.text, due.month) == ("September 2013", "2013-09")
