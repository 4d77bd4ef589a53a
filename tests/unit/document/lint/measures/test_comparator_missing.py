from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.comparator_missing import RULE


def test_the_average_of_nobody() -> None:
    assert len(found(RULE, measured("Take-up to be in line with the average by 2011."))) == 1


def test_a_gap_with_one_side() -> None:
    document = measured(
        "Reduce the gap between pupils on free meals from 26% in 2009 to 24% in 2010."
    )
    assert len(found(RULE, document)) == 1


def test_a_named_comparator_and_both_sides_are_right() -> None:
    document = measured(
        "Take-up to be in line with the England average by 2011.",
        "Reduce the gap between pupils on free meals and their peers from 26% in 2009 to 24% in 2010.",
    )
    assert found(RULE, document) == []
