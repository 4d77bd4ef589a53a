"""missing-measure: an action without any progress measure."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.actions.owed import gaps
from oneplan.document.lint.facts import PlanFacts
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    return gaps(
        facts,
        lambda action: not action.measures,
        rule=RULE.name,
        severity="warning",
        what="progress measure",
        fix="Say what will be different, in a number with its baseline and date, or at the least "
        "what will be there to see.",
    )


RULE = Rule(
    name="missing-measure",
    title="Nothing says how progress will be known",
    severity="warning",
    family="actions",
    scope="across",
    meaning="The action has no progress measure: no figure, no direction, no deliverable. An action "
    "that only refers to another one is not counted. Where no action of the plan has a measure, "
    "that is said once.",
    why="Without a measure the quarterly report can only repeat that work is under way.",
    bad="Action: Set up a young carers' forum · Measure: (empty)",
    good="Action: Set up a young carers' forum · Measure: Forum has met four times by March 2011",
    check=_check,
)
