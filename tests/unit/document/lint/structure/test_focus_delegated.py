from __future__ import annotations

import pytest

from builders.small_plans import found, outcome, plan, said
from oneplan.document.lint.structure.focus_delegated import RULE


@pytest.mark.parametrize(
    "text",
    [
        "The areas of focus are as set out in the Play Strategy.",
        "Our priorities are those as identified in the Housing Plan",
        "Actions are contained in the Family Support Framework",
        "As described in the Play Strategy",
    ],
)
def test_a_focus_left_to_another_paper_is_said(text):
    [finding] = found(RULE, plan(outcome(statements=[said(text)])))
    assert "left to another document" in finding.message


def test_a_focus_that_stands_as_a_child_is_told_of_its_outcome():
    child = outcome(
        "The areas of focus are those identified in the Play Strategy.", kind="focus_area"
    )
    [finding] = found(RULE, plan(outcome("Everyone plays", children=[child])))
    assert finding.where == "Everyone plays"


def test_the_same_sentence_in_summary_and_detail_is_one_finding():
    text = said("The areas of focus are as set out in the Play Strategy.")
    document = plan(outcome("Play", statements=[text]), outcome("Play", statements=[text]))
    assert len(found(RULE, document)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Carry out the activities listed in the annex.",
        "Children said so in the survey as described in the Play Strategy consultation.",
        "To improve play and rest, as parents asked.",
    ],
)
def test_what_only_mentions_another_paper_is_clean(text):
    assert not found(RULE, plan(outcome(statements=[said(text)])))
