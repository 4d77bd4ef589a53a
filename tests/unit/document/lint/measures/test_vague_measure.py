from __future__ import annotations

import pytest

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.vague_measure import RULE


@pytest.mark.parametrize(
    "text", ["Increase in uptake of the pass.", "More young people on bicycles."]
)
def test_more_of_something_is_vague(text: str) -> None:
    assert len(found(RULE, measured(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Register published.",
        "Increase in uptake of the pass from 20% in 2009 to 25% in 2010.",
        "Increase in uptake of the pass (baseline to be set).",
        "Take-up of the pass to be in line with the England average.",
    ],
)
def test_whatever_can_be_told_is_not(text: str) -> None:
    assert found(RULE, measured(text)) == []
