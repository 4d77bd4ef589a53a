"""missing-lead: an action that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.actions.owed import gaps
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    return gaps(
        facts,
        lambda action: not action.leads,
        rule=RULE.name,
        severity="warning",
        what="lead officer",
        fix="Name the one post that answers for it to the board.",
    )


RULE = Rule(
    name="missing-lead",
    title="Nobody leads this action",
    severity="warning",
    family="actions",
    scope="across",
    meaning="The action names partners at most, but no lead officer. An action that only refers to "
    "another one is not counted: the other carries the lead. Where no action of the plan names a "
    "lead, that is said once.",
    why="What twenty agencies share and nobody leads is what the board finds undone at year end. The "
    "quarterly round has no one to ask.",
    bad="Partners: Youth Service, Library Service · Lead: (empty)",
    good="Partners: Youth Service, Library Service · Lead: Head of Youth Service",
    check=_check,
)
