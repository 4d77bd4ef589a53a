from __future__ import annotations

import pytest

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.stated_change_does_not_match_values import RULE


def test_ten_per_cent_more_is_not_a_third_more() -> None:
    [finding] = found(
        RULE, measured("A 10% increase in volunteers, from 120 in March 2009 to 160 in March 2010.")
    )
    assert finding.severity == "error"
    assert "rise of 33%" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "A 10% increase in volunteers, from 120 in March 2009 to 132 in March 2010.",
        "A 5% increase in the percentage of trained staff, from 60% in 2008/09 to 65% in 2009/10.",
        "A 2% increase annually in take-up, from 69% in 2007/08 to 73% in 2009/10.",
        "A 1% reduction a year in smokers, from 12.4% in 2008/09 to 10.4% in 2010/11.",
        "A 10% increase in visits, from 7,704 in 2008/09 to 8,474 in 2009/10.",
        "An increase of 5 percentage points in take-up, from 40% in 2009 to 45% in 2010.",
    ],
)
def test_a_change_that_fits_in_any_reading_is_right(text: str) -> None:
    assert found(RULE, measured(text)) == []


def test_points_of_a_named_whole_are_told() -> None:
    document = measured(
        "10% increase in nurseries with a garden, from 108 in March 2009 to 128 in March 2010, based on 108 of 200 nurseries."
    )
    [finding] = found(RULE, document)
    assert "10 points only if all 200 are the base" in finding.message


def test_a_change_in_another_pace_is_left_alone() -> None:
    document = measured(
        "From 7 schools in 2009/10 to 230 by March 2011, an increase of 25% each quarter."
    )
    assert found(RULE, document) == []


def test_points_are_held_against_points() -> None:
    [finding] = found(
        RULE,
        measured("A 5 percentage point fall in offending from 38% in 2008/09 to 31% in 2010/11."),
    )
    assert "a change of 5 points; 38% to 31% is a fall of 7 points." in finding.message


def test_a_place_on_the_way_is_no_change() -> None:
    text = "Increase good clubs from 90% in 2008/09 to 95% in 2010/11, with a milestone of 88% by May 2010."
    assert found(RULE, measured(text)) == []


def test_a_wait_that_is_counted_is_no_change() -> None:
    document = measured(
        "Waits of more than 18 weeks to fall from 340 in 2008/09 to 100 in 2010/11."
    )
    assert found(RULE, document) == []


def test_a_quarter_less_is_a_change_and_no_pace() -> None:
    text = "Reduce groundings by a quarter, from 80 in 2022 to 70 in 2025"
    (finding,) = found(RULE, measured(text))
    assert "25%" in finding.message
    assert found(RULE, measured(text.replace("70", "60"))) == []
