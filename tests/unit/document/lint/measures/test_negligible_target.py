from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.negligible_target import RULE


def test_two_hundredths_of_a_point_are_nothing() -> None:
    [finding] = found(RULE, measured("A decrease in absence from 6.31% in 2009 to 6.29% in 2010."))
    assert finding.severity == "warning"


def test_half_a_per_cent_is_nothing() -> None:
    assert len(found(RULE, measured("A 0.5% decrease in fires from 118 in 2008/09."))) == 1


def test_half_a_point_is_something() -> None:
    document = measured(
        "A decrease in absence from 6.3% in 2009 to 5.8% in 2010.",
        "A 0.5 percentage point decrease in absence from 6.3% in 2009.",
        "Increase immunisation from 98.6% in 2009 to 99% in 2010.",
    )
    assert found(RULE, document) == []
