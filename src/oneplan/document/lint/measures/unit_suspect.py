"""A figure that its unit cannot carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.measures.conventional_rates import CONVENTIONAL_RATES, ConventionalRate
from oneplan.document.lint.printed import PrintedUnit, said_unit, unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure
from oneplan.vocabulary.figures import figure_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "unit-suspect"
_MAY_EXCEED = re.compile(
    r"\b(?:of (?:(?:the|its|our|their|last|\d{4}(?:/\d\d)?|[a-z-]{3,20}) ){0,3}(?:target|capacity|baseline|plan|budget|"
    r"funded|levels?|figures?|average|allocation|income|quota|places|last year|20\d\d(?:/\d\d)?)|growth|change)\b",
    re.I,
)


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        finding = _more_than_a_whole(placed) or _out_of_range(placed)
        if finding:
            yield finding


def _figures(measure: Measure) -> Iterator[tuple[float, PrintedUnit]]:
    starts = [(baseline.value, baseline.text) for baseline in measure.baselines]
    ends = [(target.value, target.text) for target in measure.targets]
    for value, text in (*starts, *ends):
        unit = None if value is None else unit_beside(value, text, measure.text)
        if value is not None and unit is not None:
            yield value, unit


def _more_than_a_whole(placed: PlacedMeasure) -> Finding | None:
    measure = placed.measure
    if said_unit(measure) != "percent" or _MAY_EXCEED.search(measure.text):
        return None
    value = next((v for v, unit in _figures(measure) if unit == "percent" and v > 100), None)
    if value is None:
        return None
    return about(
        _NAME,
        "error",
        placed,
        f"{figure_in_words(value, 'percent')} is more than the whole of what is counted.",
        fix="Check the figure: a number may stand where a percentage is meant, or a point be missing.",
    )


def _out_of_range(placed: PlacedMeasure) -> Finding | None:
    figures = [(v, u) for v, u in _figures(placed.measure) if u.startswith("per ") and v > 0]
    if not figures:
        return None
    known = next(
        (rate for rate in CONVENTIONAL_RATES if rate.says.search(placed.measure.text)), None
    )
    if known is None:
        return None
    for value, unit in figures:
        usual = value / int(unit[4:]) * known.per
        if usual > known.ceiling or usual < known.floor:
            return _wrong_population(
                placed, known, figure_in_words(value, unit), usual > known.ceiling
            )
    return None


def _wrong_population(
    placed: PlacedMeasure, known: ConventionalRate, said: str, high: bool
) -> Finding:
    than = "higher than anywhere in England" if high else "lower than anywhere in England"
    return about(
        _NAME,
        "error" if high else "warning",
        placed,
        f"{said} is {than}; {known.name} are published per {known.per:,}.",
        fix=f"Check the figure against its source; “per {known.per:,}” may be meant.",
    )


RULE = Rule(
    name=_NAME,
    title="The figure does not fit its unit",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "A share of a whole is more than 100%, or a well-known rate is far above what any place in England "
        "has: both errors. A rate far below any is a warning, as it may be a small place in a good year."
    ),
    why="A wrong unit makes a place look ten times better or worse than it is, in every later report.",
    bad="A reduction in hospital admissions for self-harm from 395 per 10,000 to 360 per 10,000.",
    good="A reduction in hospital admissions for self-harm from 395 per 100,000 to 360 per 100,000.",
    check=_check,
)
