"""A change in words that is not the change between the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oneplan.document.lint.facts import PlacedMeasure, PlanFacts, about
from oneplan.document.lint.journeys import (
    Journey,
    baseline_months,
    target_months,
    travelled,
    words_of,
)
from oneplan.document.lint.printed import TIMES, numbers_in, unit_beside
from oneplan.document.lint.rule import Rule
from oneplan.document.schema import Measure, Target
from oneplan.vocabulary.figures import figure_in_words, number_in_words
from oneplan.vocabulary.findings import Finding

_NAME = "stated-change-does-not-match-values"
_YEARLY = re.compile(
    r"\b(?:annual(?:ly)?|yearly|(?:each|every|per|a) year|per annum|p\.?a\.?|year[- ]on[- ]year)\b",
    re.I,
)
_LEVEL = re.compile(
    r"\b(?:milestone|target|baseline|level|goal|aim|average|total|rate)s? (?:of|is|at|was)\s*$",
    re.I,
)
_OTHER_PACE = re.compile(
    r"\b(?:each|every|per|(?<!by )a) (?:month|quarter|term|week)|monthly|quarterly|termly", re.I
)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change in words, without its sign."""

    by: float
    as_percent: bool
    as_units: bool
    text: str


def _check(facts: PlanFacts) -> Iterator[Finding]:
    for placed, those in travelled(facts):
        measure = placed.measure
        stated = [
            target
            for target in measure.targets
            if target.change_by and not _is_a_level(measure, target)
        ]
        if not stated or _OTHER_PACE.search(measure.text):
            continue
        found = [journey for journey in those if journey.comparable]
        for target in stated:
            journey = _belonging(found, target)
            if journey is None or _in_a_time(target) != (journey.end_unit in TIMES):
                continue
            if journey.goes and not _fits(journey, _change(target, journey)):
                yield _finding(placed, journey, _change(target, journey), target)
                break


def _in_a_time(target: Target) -> bool:
    """Whether the change is one of weeks or days: "waits of more than 18 weeks to fall from 340"."""
    return unit_beside(target.change_by or 0, target.text) in TIMES


def _is_a_level(measure: Measure, target: Target) -> bool:
    """Whether the words before the figure call it a place on the way: "with a milestone of 88%"."""
    at = measure.text.find(target.text) if target.text else -1
    return at > 0 and bool(_LEVEL.search(measure.text[max(0, at - 24) : at]))


def _belonging(found: list[Journey], target: Target) -> Journey | None:
    """The journey whose change the target states: its own, that of its period, or the only one."""
    own = [j for j in found if j.target is target]
    same = [j for j in found if target.period and j.target.period == target.period]
    return next(iter(own or same or (found if len(found) == 1 else [])), None)


def _change(target: Target, journey: Journey) -> _Change:
    shares = journey.end_unit == "percent" or journey.start_unit == "percent"
    unit = target.change_unit
    percent = unit in ("percent", None)
    units = unit in ("points", "number", None) or (unit == "percent" and shares)
    return _Change(abs(target.change_by or 0), percent, units, target.text)


def _fits(journey: Journey, change: _Change) -> bool:
    years = _years(journey)
    paces = (1, years) if years and _YEARLY.search(journey.measure.text) else (1,)
    return any(
        _near(_expected(journey, change.by, pace, percent), journey, change)
        for pace in paces
        for percent, possible in ((True, change.as_percent), (False, change.as_units))
        if possible
    )


def _years(journey: Journey) -> int | None:
    start, end = baseline_months(journey.baseline), target_months(journey.target)
    return round((end.last - start.last) / 12) if start and end else None


def _expected(journey: Journey, by: float, pace: int, percent: bool) -> tuple[float, ...]:
    way = 1 if journey.goes == "increase" else -1
    if not percent:
        return (journey.start + way * by * pace,)
    straight = journey.start * (1 + way * by * pace / 100)
    return straight, journey.start * (1 + way * by / 100) ** pace


def _near(expected: tuple[float, ...], journey: Journey, change: _Change) -> bool:
    """Whether the target is the expected value, allowing for both having been rounded."""
    step = 1 if float(journey.end).is_integer() else 0.1
    rounding = 0.5 if change.by >= 5 else 0.05
    slack = max(step, abs(journey.start) * rounding / 100) * 1.01
    return any(abs(value - journey.end) <= slack for value in expected)


def _finding(placed: PlacedMeasure, journey: Journey, change: _Change, target: Target) -> Finding:
    way = "rise" if journey.goes == "increase" else "fall"
    message = f"The measure says a change of {_said(journey, change)}; {journey.in_words()} is a {way} of {_actual(journey, change)}."
    return about(
        _NAME,
        "error",
        placed,
        message + _of_a_whole(journey, change),
        quotes=words_of(placed.measure, target, journey.baseline, journey.target),
        fix="Keep the figures or the change, and work the other out from it.",
    )


def _said(journey: Journey, change: _Change) -> str:
    if change.as_percent:
        return f"{number_in_words(change.by)}%"
    return figure_in_words(change.by, _step_unit(journey))


def _actual(journey: Journey, change: _Change) -> str:
    """The change between the figures, first in the unit that the words have: "7 points"."""
    step = round(abs(journey.end - journey.start), 2)
    in_units = figure_in_words(step, _step_unit(journey))
    if not change.as_percent or not journey.start:
        return in_units
    return f"{step / abs(journey.start) * 100:.0f}%, {in_units} in all"


def _step_unit(journey: Journey) -> str | None:
    shares = "percent" in (journey.start_unit, journey.end_unit)
    return "points" if shares else None


def _of_a_whole(journey: Journey, change: _Change) -> str:
    """What would make the words right: points of a whole that the measure names."""
    if not change.as_percent:
        return ""
    for number in numbers_in(journey.measure.text):
        whole = number.value
        if number.unit != "number" or whole <= max(journey.start, journey.end):
            continue
        first, second = journey.start / whole * 100, journey.end / whole * 100
        if abs(abs(second - first) - change.by) < 1 and not 1900 <= whole <= 2100:
            return (
                f" It is {number_in_words(change.by)} points only if all {number_in_words(whole)}"
                f" are the base: {first:.0f}% to {second:.0f}%."
            )
    return ""


RULE = Rule(
    name=_NAME,
    title="The stated change is not the change between the figures",
    severity="error",
    family="a measure alone",
    scope="alone",
    meaning=(
        "The measure states a change and the figures it starts and ends with, and the change is not the "
        "difference between them: neither as a percentage of the baseline, nor in points, nor as a number, "
        "nor year by year where it says so. Always an error."
    ),
    why="Two targets stand in one sentence. At the year end each side can point to the one that was met.",
    bad="A 10% increase in volunteers, from 120 in March 2024 to 160 in March 2025.",
    good="A 10% increase in volunteers, from 120 in March 2024 to 132 in March 2025.",
    check=_check,
)
