"""missing-funding: an action of which the plan does not say what pays for it."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.actions.owed import gaps
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    return gaps(
        facts,
        lambda action: not action.funding,
        rule=RULE.name,
        severity="info",
        what="money",
        fix="Name the sum and the fund, or say that it is done within existing budgets.",
    )


RULE = Rule(
    name="missing-funding",
    title="Nothing says what pays for this action",
    severity="info",
    family="actions",
    scope="across",
    meaning="The action names neither a sum nor a fund, nor that existing budgets cover it. Where hardly "
    "any action of the plan names money, or more than twenty do not, that is said once for all of them.",
    why="An empty cell may mean that it costs nothing, that the money is in place, or that nobody "
    "asked. Only the first two can be delivered.",
    bad="Financial resource: (empty)",
    good="Financial resource: within the Youth Service budget",
    check=_check,
)
