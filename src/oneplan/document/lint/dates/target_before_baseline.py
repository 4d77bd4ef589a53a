"""A target that lies before the baseline it starts from."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import baseline_months, target_months, travelled
from oneplan.document.lint.rule import Rule
from oneplan.document.periods import period_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "target-before-baseline"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        for journey in those:
            start, end = baseline_months(journey.baseline), target_months(journey.target)
            if start and end and start.after(end):
                earlier = period_in_words(journey.target.period or "")
                later = period_in_words(journey.baseline.period or "")
                yield about(
                    _NAME,
                    "error",
                    placed,
                    f"The target is for {earlier} and the baseline for {later}, which comes after it.",
                    quotes=journey.quotes,
                    fix="Check the two dates; they may have been swapped.",
                )
                break


RULE = Rule(
    name=_NAME,
    title="The target lies before the baseline",
    severity="error",
    family="dates",
    scope="alone",
    meaning="The whole of the target’s period lies before the period of its baseline. Always an error.",
    why="Nobody can move from a later figure to an earlier one. One of the dates is wrong.",
    bad="From 41% in March 2026 to 45% in March 2025.",
    good="From 41% in March 2025 to 45% in March 2026.",
    check=_check,
)
