"""Figures put into words: a measure's sentence in several phrasings, and its fields filled to match."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from random import Random

from builders.themes import UnitKind
from oneplan.document.schema import Baseline, Direction, Measure, Target

_RATES = ("per 10,000", "per 100,000")
_RISE = ("Increase in", "An increase in", "Rise in")
_FALL = ("Decrease in", "A reduction in", "Reduction in", "Fall in")


@dataclass(frozen=True)
class Figure:
    """What a measure says: what is counted, from how much when to how much by when."""

    subject: str
    unit: UnitKind
    start: float | None
    start_period: str | None
    end: float | None
    end_period: str | None
    direction: Direction = "increase"
    end_unit: UnitKind | None = None


def number_said(value: float) -> str:
    """72.5 as "72.5", 1200 as "1,200"."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def value_said(value: float, unit: UnitKind) -> str:
    """A value with its unit, "72%", "31 per 10,000", "140"."""
    if unit == "percent":
        return f"{number_said(value)}%"
    return f"{number_said(value)} {unit}" if unit in _RATES else number_said(value)


def period_said(period: str, random: Random) -> str:
    """ "2009-03" as "March 2009" or "Mar 2009"; a year as it stands, with a slash or a dash."""
    if "-" not in period:
        return random.choice((period, period.replace("/", "-"))) if "/" in period else period
    year, month = period.split("-")
    name = calendar.month_name[int(month)]
    return f"{random.choice((name, name[:3]))} {year}"


def measured(subject: str, unit: UnitKind) -> str:
    """What is counted with its noun, "the percentage of …"."""
    noun = {"percent": "the percentage of", "number": "the number of"}.get(unit, "the rate of")
    return f"{noun} {subject}"


def measure_of(figure: Figure, random: Random) -> Measure:
    """The measure that says the figure, in one of several phrasings."""
    start = _said(figure.start, figure.unit, figure.start_period, random)
    end = _said(figure.end, figure.end_unit or figure.unit, figure.end_period, random)
    text = _sentence(figure, start, end, random)
    return Measure(
        text=text,
        kind="quantified" if start or end else "directional",
        direction=figure.direction,
        unit=figure.unit,
        baselines=[_baseline(figure, start)] if start else [],
        targets=[_target(figure, end)] if end else [],
    )


def _said(
    value: float | None, unit: UnitKind, period: str | None, random: Random
) -> tuple[str, str] | None:
    if value is None:
        return None
    return value_said(value, unit), period_said(period, random) if period else ""


def _baseline(figure: Figure, said: tuple[str, str]) -> Baseline:
    text = f"{said[0]} in {said[1]}" if said[1] else said[0]
    return Baseline(text=text, value=figure.start, period=figure.start_period)


def _target(figure: Figure, said: tuple[str, str]) -> Target:
    text = f"{said[0]} by {said[1]}" if said[1] else said[0]
    return Target(text=text, value=figure.end, period=figure.end_period)


def _sentence(
    figure: Figure,
    start: tuple[str, str] | None,
    end: tuple[str, str] | None,
    random: Random,
) -> str:
    what = measured(figure.subject, figure.unit)
    up = figure.direction == "increase"
    opening = random.choice(_RISE if up else _FALL)
    origin = f" from {start[0]}" + (f" in {start[1]}" if start[1] else "") if start else ""
    goal = f" to {end[0]}" + (f" in {end[1]}" if end[1] else "") if end else ""
    behind = f" (baseline {start[0]}{' in ' + start[1] if start[1] else ''})" if start else ""
    by = f" to {end[0]}" + (f" by {end[1]}" if end[1] else "") if end else ""
    return random.choice(
        (
            f"{opening} {what}{origin}{goal}.",
            f"{'Raise' if up else 'Cut'} {what}{by}{behind}.",
            f"{what[0].upper()}{what[1:]} to {'rise' if up else 'fall'}{origin}{goal}.",
        )
    )
