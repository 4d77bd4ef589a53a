"""A baseline that is taken when the action is over."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.dates.lateness import lateness
from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import baseline_months, measure_due
from oneplan.document.lint.rule import Rule
from oneplan.vocabulary.findings import Finding

_NAME = "baseline-after-by-when"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        due = measure_due(placed)
        if due is None or placed.action is None or placed.action.due is None:
            continue
        starts = [months for b in placed.measure.baselines if (months := baseline_months(b))]
        late = next((months for months in starts if months.after(due)), None)
        if late:
            yield about(
                _NAME,
                "warning",
                placed,
                f"The action ends in {placed.action.due.text}; its baseline is taken {lateness(due, late)} later.",
                fix="Take the baseline before the action begins, or move its date.",
            )


RULE = Rule(
    name=_NAME,
    title="The baseline is taken when the action is over",
    severity="warning",
    family="dates",
    scope="alone",
    meaning="The period of the baseline begins after the action’s by-when. Always a warning.",
    why="What the action changed is then part of the baseline, and its effect cannot be seen.",
    bad="By when: March 2025. Measure: from a baseline to be set in 2026/27.",
    good="By when: March 2027. Measure: from 34% in 2024/25.",
    check=_check,
)
