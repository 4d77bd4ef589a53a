"""A baseline and a direction, and no end."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import says_how_far
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "missing-target"


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        measure = placed.measure
        start = next((b for b in measure.baselines if b.value is not None), None)
        if start is None or start.value is None or _has_target(measure):
            continue
        said = figure_in_words(start.value, unit_beside(start.value, start.text, measure.text))
        yield about(
            _NAME,
            "warning",
            placed,
            f"The measure starts from {said} and has no target. {_consequence(measure)}",
            fix="Give the figure to be reached, and the date.",
        )


def _has_target(measure: Measure) -> bool:
    return measure.direction == "maintain" or any(
        says_how_far(target) for target in measure.targets
    )


def _consequence(measure: Measure) -> str:
    if measure.direction == "increase":
        return "Any rise at all would count as success."
    if measure.direction == "decrease":
        return "Any fall at all would count as success."
    return "Nobody can say what would be a success."


RULE = Rule(
    name=_NAME,
    title="A measure without a target",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure says where it starts and not what is to be reached: no figure, no change, no comparison, "
        "and no date by which one will be set. Always a warning."
    ),
    why="Every movement in the right direction counts as success, however small.",
    bad="Increase the number of schools with a walking bus from 21 in March 2025.",
    good="Increase the number of schools with a walking bus from 21 in March 2025 to 30 in March 2026.",
    check=_check,
)
