from __future__ import annotations

from builders.measured_plans import apart
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.same_indicator_two_targets import RULE


def test_two_targets_for_one_date() -> None:
    document = apart(
        "Reduce obesity in Year 6 from 19% in 2008/09 to 17% in 2010/11.",
        "Obesity in Year 6 to be reduced from 19% in 2008/09 to 16% in 2010/11.",
    )
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert finding.where == "A 1.2"


def test_other_years_places_and_groups_are_right() -> None:
    document = apart(
        "Reduce obesity in Year 6 from 19% in 2008/09 to 17% in 2010/11.",
        "Reduce obesity in Year 6 from 19% in 2008/09 to 18% in 2009/10.",
        "Reduce obesity in Year 5 from 19% in 2008/09 to 16% in 2010/11.",
        "Reduce obesity in Year 6 in Northgate from 19% in 2008/09 to 15% in 2010/11.",
    )
    assert found(RULE, document) == []


def test_things_delivered_in_two_places_are_right() -> None:
    document = apart(
        "40 youth workers trained by March 2010.", "25 youth workers trained by March 2010."
    )
    assert found(RULE, document) == []


def test_a_number_and_a_share_are_two_indicators() -> None:
    document = apart(
        "Increase the number of trained youth workers from 40 in 2009 to 50 in 2010.",
        "Increase the percentage of trained youth workers from 40% in 2009 to 60% in 2010.",
    )
    assert found(RULE, document) == []


def test_of_many_targets_the_first_are_named() -> None:
    texts = [
        f"Reduce obesity in Year 6 from 19% in 2008/09 to {n}% in 2010/11." for n in range(8, 18)
    ]
    [finding] = found(RULE, apart(*texts))
    assert "the targets 8%, 9%, 10%, 11% and 6 more for" in finding.message
