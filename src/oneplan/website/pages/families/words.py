"""What plans and actions are to one another, said from either side."""

from __future__ import annotations

from oneplan.partnership.plans.descent import ActionTie, PlanTie

PLANS = {
    (PlanTie.STANDS_UNDER, True): "It stands under",
    (PlanTie.CARRIES_OUT, True): "It carries out",
    (PlanTie.FOLLOWS, True): "It follows",
    (PlanTie.STANDS_UNDER, False): "Under it stands",
    (PlanTie.CARRIES_OUT, False): "It is carried out by",
    (PlanTie.FOLLOWS, False): "It is followed by",
}
"""What a plan is to another: by the tie, and whether it is this one's own (upward) or the other's."""
ACTIONS = {
    (ActionTie.CARRIES_ON, True): "Carries on",
    (ActionTie.MERGED_FROM, True): "Merged from",
    (ActionTie.SPLIT_FROM, True): "Split from",
    (ActionTie.CARRIES_ON, False): "Carried on by",
    (ActionTie.MERGED_FROM, False): "Merged into",
    (ActionTie.SPLIT_FROM, False): "Split into",
}
"""The same of an action and another."""


def sent(tie: PlanTie | ActionTie, *, upward: bool) -> str:
    """A tie and its direction as a form sends them."""
    return f"{'up' if upward else 'down'}:{tie.value}"


def tie_of_plans(given: str) -> tuple[PlanTie, bool] | None:
    """What a form sent of two plans: the tie, and whether it is upward; None for anything else."""
    return next((each for each in PLANS if sent(each[0], upward=each[1]) == given), None)


def tie_of_actions(given: str) -> tuple[ActionTie, bool] | None:
    """The same of two actions."""
    return next((each for each in ACTIONS if sent(each[0], upward=each[1]) == given), None)
