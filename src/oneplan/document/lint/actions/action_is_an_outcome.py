"""action-is-an-outcome: the row says what is hoped for, not what will be done."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.actions.moods import (
    first_sentence,
    says_what_is_done,
    says_what_is_hoped,
    sentences,
)
from oneplan.document.lint.actions.owed import owing_actions
from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in owing_actions(facts):
        action = placed.action
        if action.steps or not action.ref:
            continue
        said = sentences(action.text)
        if said and says_what_is_hoped(said[0]) and not any(map(says_what_is_done, said)):
            yield about(
                RULE.name,
                "info",
                placed,
                "This is a result to hope for; it does not say what anyone will do.",
                quotes=(first_sentence(placed.action.text),),
                fix="Make it the success measure, and write the action that brings it about.",
            )


RULE = Rule(
    name="action-is-an-outcome",
    title="A result stands where an action should",
    severity="info",
    family="actions",
    scope="alone",
    meaning="An action with a reference begins with “more”, “fewer” or “improved” and names no deed and "
    "no step. Commitments without references, as narrative plans have them, are not meant.",
    why="Every partner can agree to a result and none of them has to do anything.",
    bad="YP 3.1 More care leavers in homes of their own.",
    good="YP 3.1 Reserve ten one-bedroom flats a year for care leavers.",
    check=_check,
)
