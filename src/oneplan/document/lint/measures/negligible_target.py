"""A target that lies within the noise of its baseline."""

from __future__ import annotations

from collections.abc import Iterator

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import Journey, journeys, words_of
from oneplan.document.lint.printed import unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Target
from oneplan.vocabulary.figures import number_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "negligible-target"
_TINY = 0.01
_NEARLY_ALL = 97.0
_FIX = "Aim for a change that a person would notice, or say why so small a one matters."


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed in facts.measures:
        finding = _between_figures(placed) or _in_words(placed)
        if finding:
            yield finding


def _between_figures(placed: PlacedMeasure) -> Finding | None:
    found = [journey for journey in journeys(placed.measure) if journey.comparable]
    if not found or placed.measure.direction == "maintain" or not _tiny(found[-1]):
        return None
    journey = found[-1]
    change = abs(journey.end - journey.start) / abs(journey.start) * 100
    return about(
        _NAME,
        "warning",
        placed,
        f"{journey.in_words()} is a change of {change:.1g}% of the baseline; chance alone moves a figure more.",
        quotes=journey.quotes,
        fix=_FIX,
    )


def _tiny(journey: Journey) -> bool:
    if not journey.start or journey.start == journey.end or journey.start_unit == "rank":
        return False
    nearly_all = "percent" in (journey.start_unit, journey.end_unit) and journey.end >= _NEARLY_ALL
    return not nearly_all and abs(journey.end - journey.start) / abs(journey.start) < _TINY


def _in_words(placed: PlacedMeasure) -> Finding | None:
    measure = placed.measure
    if any(target.value is not None for target in measure.targets):
        return None
    target = next((t for t in measure.targets if _under_one_percent(t, measure.text)), None)
    if target is None:
        return None
    said = number_in_words(abs(target.change_by or 0))
    return about(
        _NAME,
        "warning",
        placed,
        f"A change of {said}% is less than chance alone would bring.",
        quotes=words_of(measure, target, *measure.baselines),
        fix=_FIX,
    )


def _under_one_percent(target: Target, text: str) -> bool:
    if not target.change_by or target.change_unit in ("points", "number"):
        return False
    small = abs(target.change_by) < _TINY * 100
    return small and unit_beside(target.change_by, target.text, text) == "percent"


RULE = Rule(
    name=_NAME,
    title="A target too small to notice",
    severity="warning",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The target differs from the baseline by less than one per cent of it, or the measure asks for a change "
        "of less than one per cent. Always a warning. Nearly everyone (97% and more) is not a finding."
    ),
    why="A change so small cannot be told from chance, so the action cannot be shown to have worked.",
    bad="A decrease in persistent absence from 6.31% in 2023/24 to 6.29% in 2024/25.",
    good="A decrease in persistent absence from 6.3% in 2023/24 to 5.6% in 2024/25.",
    check=_check,
)
