"""One indicator, one date, two baselines."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import baseline_months
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.signatures import same_indicator
from oneplan.document.periods import Months, period_in_words
from oneplan.document.schema import Baseline
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "baseline-disagrees"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for group in same_indicator(facts):
        first_at: dict[Months, tuple[PlacedMeasure, Baseline]] = {}
        for placed in group:
            if len(placed.measure.baselines) != 1:
                continue
            baseline = placed.measure.baselines[0]
            months = baseline_months(baseline)
            if baseline.value is None or months is None:
                continue
            first, start = first_at.setdefault(months, (placed, baseline))
            if start.value != baseline.value and first is not placed:
                yield _finding(first, placed, start, baseline)
                break


def _finding(
    first: PlacedMeasure, second: PlacedMeasure, one: Baseline, other: Baseline
) -> Finding:
    said = [
        figure_in_words(
            start.value or 0, unit_beside(start.value or 0, start.text, placed.measure.text)
        )
        for placed, start in ((first, one), (second, other))
    ]
    return about(
        _NAME,
        "error",
        second,
        f"For {period_in_words(other.period or '')} the baseline is {said[0]} in {first.where}"
        f" and {said[1]} in {second.where}.",
        quotes=(first.measure.text, second.measure.text),
        fix="Look the figure up in its source, and give it once.",
    )


RULE = Rule(
    name=_NAME,
    title="One indicator has two baselines for the same date",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "Two measures count the same thing of the same people in the same unit and start from different figures "
        "of one period. Always an error. Another place, group or period is another baseline and no finding."
    ),
    why="One of the two is wrong, and every later comparison with it.",
    bad="Take-up of school meals from 37% in March 2025 (aim 1) and from 41% in March 2025 (aim 3).",
    good="Take-up of school meals from 37% in March 2025, in both places.",
    check=_check,
)
