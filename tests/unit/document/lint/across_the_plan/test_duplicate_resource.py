from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.across_the_plan.duplicate_resource import RULE
from oneplan.document.schema import Funding, PlanDocument


def _plan(*sums: tuple[str, float, str]) -> PlanDocument:
    return plan(
        *(
            action(ref=f"C 1.{number}", leads=[lead], funding=[Funding(text=text, amount=amount)])
            for number, (text, amount, lead) in enumerate(sums)
        )
    )


def test_one_grant_under_two_actions() -> None:
    [finding] = found(
        RULE,
        _plan(
            ("£284,280 youth grant", 284_280, "Head"), ("£284,280 youth grant", 284_280, "Chief")
        ),
    )
    assert "£284,280 would count twice" in finding.message


def test_round_sums_under_different_leads_are_two() -> None:
    assert found(RULE, _plan(("£10,000", 10_000, "Head"), ("£10,000", 10_000, "Chief"))) == []


def test_two_sums_of_one_grant_are_right() -> None:
    document = _plan(
        ("£80,000 youth grant", 80_000, "Head"), ("£60,000 youth grant", 60_000, "Head")
    )
    assert found(RULE, document) == []
