from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.missing_funding import RULE
from oneplan.document.schema import Funding


def test_an_action_without_money_is_worth_a_look():
    document = plan(
        action(ref="FP 1.1", funding=[Funding(text="Parks budget")]), action(ref="FP 1.2")
    )
    [finding] = found(RULE, document)
    assert (finding.where, finding.severity) == ("FP 1.2", "info")


def test_a_fund_without_a_sum_is_money():
    assert not found(RULE, plan(action(funding=[Funding(text="Parks budget", kind="fund_named")])))
