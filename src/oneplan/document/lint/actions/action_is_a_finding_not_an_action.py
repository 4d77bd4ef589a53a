"""action-is-a-finding-not-an-action: the row says what is wrong, not what will be done."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.actions.moods import (
    first_sentence,
    says_what_is_done,
    says_what_is_wrong,
    sentences,
)
from oneplan.document.lint.actions.owed import owing_actions
from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in owing_actions(facts):
        if placed.action.steps:
            continue
        said = sentences(placed.action.text)
        if not said or any(says_what_is_done(sentence) for sentence in said):
            continue
        if says_what_is_wrong(said[0]) or placed.action.recommendations:
            yield about(
                RULE.name,
                "warning",
                placed,
                "This says what was found wrong, not what will be done about it.",
                quotes=(first_sentence(placed.action.text),),
                fix="Keep the finding as the reason, and write the action: who will do what.",
            )


RULE = Rule(
    name="action-is-a-finding-not-an-action",
    title="A finding stands where an action should",
    severity="warning",
    family="actions",
    scope="alone",
    meaning="The row repeats what an inspection or a review found wrong. No sentence and no step says "
    "what will be done.",
    why="The plan has a date, a lead and a target for something nobody has been asked to do.",
    bad="The proportion of reviews held in time remains below the regional average (report, page 9).",
    good="Hold every review in time by adding a second chair (answers page 9 of the report).",
    check=_check,
)
