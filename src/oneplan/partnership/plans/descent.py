"""How plans and actions hang together over the years."""

from __future__ import annotations

from enum import StrEnum


class PlanTie(StrEnum):
    """What one plan is to another."""

    STANDS_UNDER = "stands under"
    """A district's plan under the county's."""
    CARRIES_OUT = "carries out"
    """An action plan of a strategy."""
    FOLLOWS = "follows"
    """This year's plan after last year's."""


class ActionTie(StrEnum):
    """What an action is to the one that it comes from."""

    CARRIES_ON = "carries on"
    MERGED_FROM = "merged from"
    SPLIT_FROM = "split from"
