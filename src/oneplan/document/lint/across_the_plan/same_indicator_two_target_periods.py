"""One indicator, one target, two dates."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import target_months
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.signatures import is_indicator, same_indicator
from oneplan.document.periods import Months, period_in_words
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "same-indicator-two-target-periods"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for group in same_indicator(facts):
        first_of: dict[float, tuple[PlacedMeasure, Months, str]] = {}
        for placed in group:
            end = _end(placed.measure) if is_indicator(placed.measure) else None
            if end is None:
                continue
            value, months, period = end
            first = first_of.setdefault(value, (placed, months, period))
            if first[1] != months:
                yield _finding(first[0], placed, first[2], period)
                break


def _end(measure: Measure) -> tuple[float, Months, str] | None:
    """The measure's last target: its value and when."""
    for target in reversed(measure.targets):
        months = target_months(target)
        if target.value is not None and target.period and months:
            return target.value, months, target.period
    return None


def _finding(first: PlacedMeasure, second: PlacedMeasure, one: str, other: str) -> Finding:
    return about(
        _NAME,
        "warning",
        second,
        f"The same target is due in {period_in_words(one)} in {first.where}"
        f" and in {period_in_words(other)} in {second.where}.",
        quotes=(first.measure.text, second.measure.text),
        fix="Agree one date, and give it in both places.",
    )


RULE = Rule(
    name=_NAME,
    title="One target has two dates",
    severity="warning",
    family="across the plan",
    scope="across",
    meaning=(
        "Two measures give the same indicator the same target value, due at different times. Always a warning: "
        "a level may be reached and then kept, but the plan does not say so."
    ),
    why="The target is late or in time, depending on the page.",
    bad="Not in work or training: 4.5% in 2025/26 (aim 2); 4.5% in 2026/27 (aim 5).",
    good="Not in work or training: 4.5% in 2026/27 (aims 2 and 5).",
    check=_check,
)
