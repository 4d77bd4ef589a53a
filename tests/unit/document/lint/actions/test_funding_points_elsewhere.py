from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.funding_points_elsewhere import RULE
from oneplan.document.schema import Funding


@pytest.mark.parametrize(
    "text", ["As above", "Uses the grant listed above", "Ditto", "same as 2.1"]
)
def test_money_that_stands_elsewhere_is_said(text):
    [finding] = found(RULE, plan(action(funding=[Funding(text=text)])))
    assert finding.quotes == (text,)


@pytest.mark.parametrize("text", ["Above-inflation uplift of £300", "£40,000 Play Fund"])
def test_money_that_is_named_is_clear(text):
    assert not found(RULE, plan(action(funding=[Funding(text=text)])))
