"""resource-unlabelled: several sums under one action, of which not every one says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about_action
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        sums = [money for money in placed.action.funding if money.amount is not None]
        bare = [money for money in sums if not money.label]
        if len(sums) > 1 and bare:
            which = "none" if len(bare) == len(sums) else "not every one"
            yield about_action(
                RULE.name,
                "warning",
                placed,
                f"There are {len(sums)} sums here and {which} says what it is: parts, years, or two "
                "sources of money.",
                quotes=tuple(money.text for money in bare),
                fix="Say beside each sum its source and year, and whether they add up.",
            )


RULE = Rule(
    name="resource-unlabelled",
    title="Sums that do not say what they are",
    severity="warning",
    family="actions",
    meaning="The action has two or more sums of money, and at least one of them has no word beside it "
    "that tells its source, its year or its purpose.",
    why="Nobody can add them up: they may be two funds, two years, or a sum and its part.",
    bad="£40,000 £12,500",
    good="£40,000 capital (Play Fund), £12,500 staff (Youth Service), both 2010–11",
    check=_check,
)
