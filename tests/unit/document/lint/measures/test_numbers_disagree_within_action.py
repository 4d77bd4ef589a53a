from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.numbers_disagree_within_action import RULE


def test_two_numbers_for_one_thing() -> None:
    [finding] = found(
        RULE, measured("55 playground leaders trained.", says="Train 40 playground leaders.")
    )
    assert finding.severity == "error"
    assert "40 playground leaders" in finding.message


def test_a_count_larger_than_its_group() -> None:
    document = measured(
        "60% (240) of apprentices still in work after a month.",
        says="Offer a place to c.90 apprentices from the estates.",
    )
    [finding] = found(RULE, document)
    assert "share of 400" in finding.message


def test_all_and_fewer_is_worth_a_look() -> None:
    document = measured(
        "Nurses to weigh 85% of reception pupils.", says="Weigh all reception pupils."
    )
    assert [finding.severity for finding in found(RULE, document)] == ["info"]


def test_a_step_on_the_way_is_right() -> None:
    document = measured(
        "75% of schools accredited by December 2009.",
        "80% of schools accredited by March 2011.",
        says="See that 80% of schools are accredited.",
    )
    assert found(RULE, document) == []


def test_the_same_number_is_right() -> None:
    assert (
        found(RULE, measured("40 playground leaders trained.", says="Train 40 playground leaders."))
        == []
    )


def test_a_pilot_is_no_goal() -> None:
    document = measured(
        "30 high schools run the club.",
        says="Spread the club, building on a pilot in 8 high schools.",
    )
    assert found(RULE, document) == []


def test_not_all_who_are_offered_something_take_it_up() -> None:
    document = measured(
        "70% of first-time buyers take part.", says="Offer a course to all first-time buyers"
    )
    assert found(RULE, document) == []


def test_both_numbers_are_quoted_as_they_stand() -> None:
    document = measured(
        "Nurses to weigh 85% of reception pupils.", says="Weigh all reception pupils."
    )
    [finding] = found(RULE, document)
    assert finding.quotes == ("all reception pupils", "85% of reception pupils")
