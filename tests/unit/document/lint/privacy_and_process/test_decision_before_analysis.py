from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.privacy_and_process.decision_before_analysis import RULE

DECIDED = "The board approved the strategy on 4 May 2015."


@pytest.mark.parametrize(
    "text",
    [
        "Full analysis will be published by the end of June.",
        "The analysis is still ongoing.",
        "Some responses are still being entered.",
        "A report of the findings is due to be completed in July 2015.",
    ],
)
def test_a_decision_before_the_answers_are_counted_is_a_question(text):
    [finding] = found(RULE, plan(DECIDED, text))
    assert "4 May 2015" in finding.message
    assert DECIDED.rstrip(".") in finding.quotes


@pytest.mark.parametrize(
    "text",
    [
        "Full analysis will be published by 20 April 2015.",
        "Full analysis was published on 20 April 2015.",
        "The baseline will be published by the end of June.",
    ],
)
def test_an_analysis_before_the_decision_is_clean(text):
    assert not found(RULE, plan(DECIDED, text))


def test_the_development_of_a_plan_may_be_approved_before():
    text = "The board approved the development of the strategy on 4 May 2015."
    assert not found(RULE, plan(text, "Full analysis will be published by the end of June."))
