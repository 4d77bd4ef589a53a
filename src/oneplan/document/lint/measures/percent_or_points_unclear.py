"""A change in per cent of something that is itself a percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlanFacts, about
from oneplan.document.lint.journeys import words_of
from oneplan.document.lint.printed import said_unit, unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Baseline, Measure, Target
from oneplan.vocabulary.figures import number_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "percent-or-points-unclear"
_SETTLED = re.compile(
    r"\b(?:percentage )?points?\b|\bof (?:the|its) baseline\b|\brelative(?:ly)?\b", re.I
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        measure = placed.measure
        target = next((t for t in measure.targets if _open(t, measure)), None)
        if target is None or any(t.value is not None for t in measure.targets):
            continue
        start = next((b for b in measure.baselines if b.value is not None), None)
        if _is_share(measure, start):
            yield about(
                _NAME,
                "warning",
                placed,
                _message(abs(target.change_by or 0), target, start),
                quotes=words_of(measure, target, *((start,) if start else ())),
                fix="Write “points” or “per cent of the baseline”, or give the figure to be reached.",
            )


def _open(target: Target, measure: Measure) -> bool:
    if not target.change_by or target.change_unit in ("points", "number"):
        return False
    printed = unit_beside(target.change_by, target.text, measure.text)
    return printed == "percent" and not _SETTLED.search(measure.text)


def _is_share(measure: Measure, start: Baseline | None) -> bool:
    if start is None or start.value is None:
        return said_unit(measure) == "percent"
    return unit_beside(start.value, start.text, measure.text) == "percent"


def _message(by: float, target: Target, start: Baseline | None) -> str:
    said = f"{number_in_words(by)}%"
    if start is None or start.value is None:
        return f"A change of {said} in a percentage may be {said} of it or {number_in_words(by)} points."
    way = -1 if (target.change_by or 0) < 0 else 1
    points = number_in_words(round(start.value + way * by, 2))
    relative = number_in_words(round(start.value * (1 + way * by / 100), 2))
    return (
        f"A change of {said} from {number_in_words(start.value)}% may lead to {points}%"
        f" (points) or to {relative}% (per cent of the baseline)."
    )


RULE = Rule(
    name=_NAME,
    title="Per cent or points",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure is a percentage and is to change by so many per cent, and neither the words nor a figure to "
        "be reached says whether points are meant. Always a warning."
    ),
    why="The two readings can lie far apart, and the easier one is chosen when the year is over.",
    bad="A 5% reduction in the percentage of shops that sell knives to minors, from 20% in 2024.",
    good="A reduction by 5 points in the percentage of shops that sell knives to minors, from 20% in 2024.",
    check=_check,
)
