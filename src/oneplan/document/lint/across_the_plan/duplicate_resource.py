"""A sum of money that stands under two actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedAction, PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.subjects import content_words
from oneplan.document.schema import Funding
from oneplan.vocabulary.findings import Finding

_NAME = "duplicate-resource"
_LARGE = 50_000

Sum = tuple[float, tuple[str, ...]]


def _check(facts: PlanFacts) -> Iterator[Finding]:
    holders: dict[Sum, list[tuple[PlacedAction, Funding]]] = defaultdict(list)
    for placed in facts.actions:
        for money in placed.action.funding:
            if money.amount:
                holders[money.amount, content_words(money.text)].append((placed, money))
    shared: dict[tuple[str, ...], list[list[tuple[PlacedAction, Funding]]]] = defaultdict(list)
    for (amount, words), held in holders.items():
        actions = {placed.where: placed for placed, _ in held}
        if len(actions) > 1 and _one_sum(amount, words, list(actions.values())):
            shared[tuple(actions)].append(held)
    for places, sums in shared.items():
        yield _finding(places, sums)


def _one_sum(amount: float, words: tuple[str, ...], actions: list[PlacedAction]) -> bool:
    """Whether it is more likely one sum than two that happen to be alike."""
    if len(words) > 1 or len(str(round(amount)).rstrip("0")) >= 4:
        return True
    leads = [set(placed.action.leads) for placed in actions]
    return amount >= _LARGE and bool(set.intersection(*leads))


def _finding(places: tuple[str, ...], sums: list[list[tuple[PlacedAction, Funding]]]) -> Finding:
    held = [pair for one in sums for pair in one]
    said = dict.fromkeys(money.text for _, money in held)
    extra = sum((money.amount or 0) * (len(one) - 1) for one in sums for _, money in one[:1])
    return about(
        _NAME,
        "warning",
        held[-1][0],
        f"The same money stands under {', '.join(places[:-1])} and {places[-1]}. "
        f"Added up, £{extra:,.0f} would count twice.",
        quotes=tuple(said),
        fix="Share it out between them, or keep it under one and point to it from the other.",
    )


RULE = Rule(
    name=_NAME,
    title="One sum under two actions",
    severity="warning",
    family="across the plan",
    scope="across",
    meaning=(
        "Two actions name the same sum with the same words, the same exact sum (“£284,280”), or the same large "
        "sum under the same lead. Always a warning, one for all sums that a pair shares. Round sums under different leads are "
        "taken for two."
    ),
    why="The plan looks better funded than it is.",
    bad="Actions 3.1 and 3.2 both: £284,280 from the youth grant.",
    good="Action 3.1: £180,000 from the youth grant. Action 3.2: £104,280 from the youth grant.",
    check=_check,
)
