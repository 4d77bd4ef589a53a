from __future__ import annotations

import pytest

from builders.small_plans import found, plan
from oneplan.document.lint.totals.percentages_do_not_sum import RULE


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("58% agreed, 31% disagreed and 21% did not know.", "error"),
        ("70% said yes and 45% no.", "error"),
        ("55% were girls and 55% boys.", "error"),
        ("40% walk, 20% cycle and the remaining 30% come by car.", "warning"),
    ],
)
def test_shares_that_do_not_make_the_whole_are_said(text, severity):
    [finding] = found(RULE, plan(text))
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "58% agreed, 31% disagreed and 11% did not know.",
        "33.3% agreed, 33.3% disagreed and 33.3% did not know.",
        "70% said yes in 2008 compared with 45% no in 2007.",
        "Girls rose from 40% to 70%, boys from 30% to 60%.",
        "60% of the boys and 70% of the girls cycle.",
        "80% want parks and 70% want buses.",
    ],
)
def test_shares_of_one_whole_and_shares_of_many_are_clean(text):
    assert not found(RULE, plan(text))


def test_grades_of_one_question_are_one_whole():
    [finding] = found(RULE, plan("45% said it was good, 30% fair and 35% poor."))
    assert "110%" in finding.message
