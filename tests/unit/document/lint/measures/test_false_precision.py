from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.false_precision import RULE


def test_more_decimals_at_the_end_than_at_the_start() -> None:
    [finding] = found(
        RULE, measured("Increase take-up from 34.2% in 2008/09 to 46.87% in 2010/11.")
    )
    assert finding.severity == "info"


def test_as_many_decimals_as_the_source_is_right() -> None:
    document = measured(
        "Increase take-up from 34.21% in 2008/09 to 46.87% in 2010/11.",
        "Cut exclusions from 0.1% in 2007/08 to 0.07% in 2009/10.",
    )
    assert found(RULE, document) == []
