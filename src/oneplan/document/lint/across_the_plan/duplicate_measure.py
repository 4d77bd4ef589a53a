"""A measure that stands in two places."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.across_the_plan.signatures import same_indicator, signature
from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about_measure
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure
from oneplan.vocabulary.findings import Finding

_NAME = "duplicate-measure"
_ENOUGH_WORDS = 4


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for group in same_indicator(facts):
        copies: dict[tuple[object, ...], list[PlacedMeasure]] = {}
        for placed in group:
            if len(signature(placed.measure).words) >= _ENOUGH_WORDS:
                copies.setdefault(_figures(placed.measure), []).append(placed)
        for places in copies.values():
            if len({placed.where for placed in places}) > 1:
                yield _finding(places)


def _figures(measure: Measure) -> tuple[object, ...]:
    starts = tuple((b.value, b.period, b.to_be_set) for b in measure.baselines)
    return starts, tuple((t.value, t.change_by, t.period) for t in measure.targets)


def _finding(places: list[PlacedMeasure]) -> Finding:
    names = list(dict.fromkeys(placed.where for placed in places))
    under_actions = sum(placed.action is not None for placed in places) > 1
    return about_measure(
        _NAME,
        "warning" if under_actions else "info",
        places[-1],
        f"The same measure stands in {', '.join(names[:-1])} and {names[-1]}.",
        quotes=tuple(dict.fromkeys(placed.measure.text for placed in places)),
        fix="Keep it in one place and point to it from the others.",
    )


RULE = Rule(
    name=_NAME,
    title="One measure in two places",
    severity="warning",
    family="across the plan",
    meaning=(
        "Two actions have the same measure with the same figures and dates. A warning; one finding for all "
        "copies. Where outcomes share a measure it is only worth a look."
    ),
    why="The change is counted twice, and nobody can say which action brought it about.",
    bad="Actions 2.1 and 2.2 both: fewer licensed premises that fail a test, from 11% to 8%.",
    good="Action 2.1: fewer licensed premises that fail a test, from 11% to 8%. Action 2.2: see 2.1.",
    check=_check,
)
