from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document.lint.printed import numbers_in, said_direction, said_unit, unit_beside
from oneplan.document.schema import Measure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("from 33.5% in March", 33.5, "percent"),
        ("by 5 per cent", 5, "percent"),
        ("by 5 percentage points", 5, "points"),
        ("31 per 10,000 children", 31, "per 10000"),
        ("1,200 in every 100,000", 1200, "per 100000"),
        ("£1,250 a year", 1250, "money"),
        ("ranked 90th", 90, "rank"),
        ("within 12 weeks", 12, "weeks"),
        ("7,704 callers", 7704, "number"),
        ("aged 11 years old", 11, "number"),
        ("c.100 learners", 100, "number"),
    ],
)
def test_a_number_is_read_with_the_unit_beside_it(text: str, value: float, unit: str) -> None:
    [number, *_] = numbers_in(text)
    assert (number.value, number.unit) == (value, unit)


def test_a_bare_number_takes_its_unit_from_the_fuller_text() -> None:
    assert unit_beside(33, "33", "from 33% to 42%") == "percent"
    assert unit_beside(33, "33", "from 33 to 42%") == "number"
    assert unit_beside(50, "33", "from 33 to 42%") is None


def test_the_last_word_for_a_way_counts() -> None:
    assert said_direction("Increase safety by cutting fires") == "decrease"
    assert said_direction("at least 3, not less than 2 and no more than 9") is None


def test_a_measure_calls_itself_a_number_or_a_share() -> None:
    assert said_unit(Measure(text="The number of schools with a share of grants")) == "number"
    assert said_unit(Measure(text="The % of schools by number of pupils")) == "percent"
    assert said_unit(Measure(text="Register published")) is None


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_numbers(text: str) -> None:
    for number in numbers_in(text):
        assert number.value >= 0
        assert 0 <= number.start < number.end <= len(text)
