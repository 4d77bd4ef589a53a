from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.percent_or_points_unclear import RULE


def test_five_per_cent_of_twenty_per_cent_is_unclear() -> None:
    [finding] = found(
        RULE, measured("A 5% reduction in the percentage of shops that fail, from 20% in 2009.")
    )
    assert "15%" in finding.message
    assert "19%" in finding.message


def test_points_are_clear() -> None:
    document = measured("A 5 percentage point reduction in the shops that fail, from 20% in 2009.")
    assert found(RULE, document) == []


def test_a_figure_to_be_reached_makes_it_clear() -> None:
    document = measured(
        "A 5% reduction in the percentage of shops that fail, from 20% in 2009 to 15% in 2010."
    )
    assert found(RULE, document) == []


def test_per_cent_of_a_number_is_clear() -> None:
    assert found(RULE, measured("A 5% reduction in the number of fires, from 200 in 2009.")) == []
