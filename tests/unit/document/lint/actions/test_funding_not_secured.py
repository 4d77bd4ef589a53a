from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.funding_not_secured import RULE
from oneplan.document.schema import Funding


@pytest.mark.parametrize(
    "text",
    [
        "This hangs together but is dependent on a grant from the lottery",
        "Subject to a successful bid",
        "Funding to be identified",
        "Bid pending",
    ],
)
def test_money_still_to_be_won_is_said(text):
    assert found(RULE, plan(action(funding=[Funding(text=text)])))


@pytest.mark.parametrize("text", ["Grant for dependent adults", "Bid won in 2009, £5,000"])
def test_money_in_hand_is_clear(text):
    assert not found(RULE, plan(action(funding=[Funding(text=text)])))
