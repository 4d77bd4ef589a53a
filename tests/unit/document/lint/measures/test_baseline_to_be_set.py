from __future__ import annotations

import pytest

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.baseline_to_be_set import RULE


@pytest.mark.parametrize(
    "words",
    ["baseline to be set", "baseline to be established 2010/11", "baseline and target to be set"],
)
def test_a_figure_promised_needs_an_answer(words: str) -> None:
    [finding] = found(RULE, measured(f"Increase in young carers who use the club ({words})."))
    assert "still to be set" in finding.message


def test_a_figure_given_is_right() -> None:
    assert (
        found(RULE, measured("Increase in young carers from 31 in June 2009 to 45 in March 2011."))
        == []
    )
