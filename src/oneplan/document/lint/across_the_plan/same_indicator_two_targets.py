"""One indicator, one date, two targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import target_months
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.signatures import is_indicator, same_indicator
from oneplan.document.periods import Months, month_in_words, period_in_words
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding
from oneplan.vocabulary.lists import listed

_NAME = "same-indicator-two-targets"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for group in same_indicator(facts):
        members = [placed for placed in group if is_indicator(placed.measure)]
        for months, rivals in _by_time(members).items():
            values = dict.fromkeys(value for _, value in rivals)
            if len(values) > 1:
                yield _finding(months, rivals, list(values))
                break


def _by_time(members: list[PlacedMeasure]) -> dict[Months, list[tuple[PlacedMeasure, float]]]:
    """The target values of each time, the first of each measure."""
    found: dict[Months, list[tuple[PlacedMeasure, float]]] = defaultdict(list)
    for placed in members:
        seen = set()
        for target in placed.measure.targets:
            months = target_months(target)
            if target.value is not None and months and months not in seen:
                seen.add(months)
                found[months].append((placed, target.value))
    return found


def _finding(
    months: Months, rivals: list[tuple[PlacedMeasure, float]], values: list[float]
) -> Finding:
    first, last = rivals[0][0], next(p for p, value in rivals if value != rivals[0][1])
    unit = unit_beside(values[0], first.measure.text)
    said = listed([figure_in_words(value, unit) for value in values], most=5)
    when = next(
        period_in_words(t.period)
        for t in first.measure.targets
        if t.period and target_months(t) == months
    ) or month_in_words(months.last)
    places = listed(list(dict.fromkeys(placed.where for placed, _ in rivals)), most=5)
    return about(
        _NAME,
        "error",
        last,
        f"One indicator has the targets {said} for {when}, in {places}.",
        quotes=tuple(placed.measure.text for placed, _ in rivals),
        fix="Agree one target, keep it in one place and point to it from the other.",
    )


RULE = Rule(
    name=_NAME,
    title="One indicator has two targets for the same date",
    severity="error",
    family="across the plan",
    scope="across",
    meaning=(
        "Two measures count the same thing of the same people in the same unit, and give it different targets "
        "for one period. Always an error. Things delivered in two places, and targets for different years, are not findings."
    ),
    why="Whoever reports picks the one that was met; partners work towards different numbers.",
    bad="Under aim 1: obesity down to 17% by March 2026. Under aim 4: obesity down to 16% by March 2026.",
    good="Under both: obesity down to 17% by March 2026.",
    check=_check,
)
