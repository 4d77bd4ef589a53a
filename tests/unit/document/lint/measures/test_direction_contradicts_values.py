from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.direction_contradicts_values import RULE


def test_a_reduction_whose_figures_rise_is_an_error() -> None:
    [finding] = found(
        RULE,
        measured("A reduction in the share of damp homes from 14.2% in 2009 to 15.1% in 2010."),
    )
    assert finding.severity == "error"
    assert "rise from 14.2% to 15.1%" in finding.message


def test_an_increase_whose_figures_fall_is_an_error() -> None:
    [finding] = found(
        RULE, measured("Increase the number of wardens from 40 in 2009 to 31 in 2010.")
    )
    assert finding.severity == "error"


def test_a_fall_that_is_meant_to_fall_is_right() -> None:
    assert found(RULE, measured("Cut the number of fires from 40 in 2009 to 31 in 2010.")) == []


def test_figures_that_stay_the_same_need_an_answer() -> None:
    [finding] = found(
        RULE, measured("Increase the number of wardens from 40 in 2009 to 40 in 2010.")
    )
    assert finding.severity == "warning"


def test_a_better_rank_is_a_lower_number() -> None:
    assert (
        found(RULE, measured("Increase our place in the table from 90th in 2009 to 50th in 2010."))
        == []
    )


def test_an_improvement_may_go_down() -> None:
    document = measured(
        "Improve the time to an appointment from 12 weeks in 2009 to 6 weeks in 2010."
    )
    assert found(RULE, document) == []


def test_shorter_in_another_unit_is_not_compared() -> None:
    document = measured("Increase the notice given from 3 months in 2009 to 26 weeks in 2010.")
    assert found(RULE, document) == []


def test_a_fall_as_a_noun_before_the_start_is_held_against_the_figures() -> None:
    [finding] = found(
        RULE, measured("A fall from 34% in 2009 to 36% in 2010 in the share of damp homes.")
    )
    assert finding.severity == "error"
    assert finding.quotes == ("34% in 2009", "36% in 2010")


def test_a_drop_that_drops_is_right() -> None:
    document = measured("Complaints drop from 112 in 2009 to 60 in 2010.")
    assert found(RULE, document) == []


def test_a_rise_that_is_slowed_may_fall() -> None:
    document = measured("Slow the rise in demand from 8% in 2009 to 4% in 2010.")
    assert found(RULE, document) == []


def test_a_gap_below_nought_narrows_as_it_rises() -> None:
    right = "Narrow the gap in progress from -0.70 in 2008/09 to -0.52 in 2010/11."
    wrong = "Narrow the gap in progress from -0.52 in 2008/09 to -0.70 in 2010/11."
    assert found(RULE, measured(right)) == []
    assert len(found(RULE, measured(wrong))) == 1
