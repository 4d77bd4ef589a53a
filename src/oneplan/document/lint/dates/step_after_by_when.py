"""A step that is to be taken after the action has ended."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.dates.lateness import lateness
from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import due_months, months_of
from oneplan.vocabulary.findings import Finding

_NAME = "step-after-by-when"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.actions:
        action, due = placed.action, due_months(placed.action.due)
        if due is None or action.due is None:
            continue
        late = [
            (step, month)
            for step in action.steps
            if (month := months_of(step.month)) and month.after(due)
        ]
        if late:
            last = max((month for _, month in late), key=lambda months: months.first)
            yield about(
                _NAME,
                "warning",
                placed,
                f"The action ends in {action.due.text.rstrip(' .')}, and one of its steps is due {lateness(due, last)} later.",
                quotes=(action.due.text, *(step.text for step, _ in late)),
                fix="Move one of the two dates.",
                source=late[0][0].source or action.source,
            )


RULE = Rule(
    name=_NAME,
    title="A step comes after the action has ended",
    severity="warning",
    family="dates",
    scope="alone",
    meaning=(
        "A step of the action names a month that lies after the action’s own by-when. Always a warning, one for "
        "an action with all its late steps."
    ),
    why="The action will be shown as overdue, or as complete while work is still to come.",
    bad="By when: September 2025. Step: train the staff by January 2026.",
    good="By when: March 2026. Step: train the staff by January 2026.",
    check=_check,
)
