"""The way to a target: the line from the baseline, the distance, the pace, the chance.

There is no published standard for it. The line is straight from the baseline to the target; forecast
and chance are those of ``statistics.target``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from oneplan.evidence.statistics.target import FEWEST, outlook
from oneplan.evidence.statistics.trend import WIDTH_IN_ERRORS
from oneplan.evidence.targets.facts import Good, Result
from oneplan.evidence.targets.rules import as_printed
from oneplan.vocabulary.estimates import Estimate

Standing = Literal["reached", "on_track", "behind", "not_known"]
NoChance = Literal[
    "fewer_than_five_years",
    "overlapping_periods",
    "several_lengths",
    "no_day",
    "past",
    "reached_day",
]


@dataclass(frozen=True, slots=True)
class Start:
    """Where the line begins: the baseline and the day it stands for."""

    value: float
    day: date


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a series is on the way to a value.

    ``expected`` is the line's value on the day of the latest result; ``distance`` what is left, below
    nought where the target is passed; ``share`` how much of the way is done. Paces are changes a year:
    the one that is needed from now on, and the one of the series so far. ``chance`` is that of meeting
    the target on the day, None with the reason in ``no_chance``; it and the pace rest on the latest
    ``points`` results.
    """

    latest: Result
    target: float
    standing: Standing
    distance: float
    expected: float | None = None
    share: float | None = None
    needed_pace: float | None = None
    pace: float | None = None
    forecast: Estimate | None = None
    chance: float | None = None
    no_chance: NoChance | None = None
    points: int = 0


def progress(
    results: Sequence[Result],
    target: float,
    good: Good,
    due: date | None,
    start: Start | None = None,
    breaks: Sequence[date] = (),
    decimals: int | None = None,
) -> Progress | None:
    """The progress of results towards a value; None without a single value.

    Pace and chance rest on the results since the start, or on the last five where these are fewer, and
    on none before the last of the ``breaks``. With ``decimals`` values count as they are printed.
    """
    known = [result for result in results if result.value is not None]
    known.sort(key=lambda result: (result.start, result.end))
    if not known:
        return None
    latest = known[-1]
    value, target = as_printed(latest.value or 0.0, decimals), as_printed(target, decimals)
    distance = target - value if good == "high" else value - target
    expected = _line(start, target, due, latest.end)
    if expected is not None:
        expected = as_printed(expected, decimals)
    comparable = [
        each for each in known if not any(each.start < day <= latest.start for day in breaks)
    ]
    since = sum(start is not None and each.end >= start.day for each in comparable)
    heading = _heading(comparable[-max(FEWEST, since) :], target, good, due)
    return Progress(
        latest,
        target,
        _standing(distance, value, expected, good),
        distance,
        expected,
        _share(start, target, value),
        heading.needed_pace,
        heading.pace,
        heading.forecast,
        heading.chance,
        heading.reason,
        min(len(comparable), max(FEWEST, since)),
    )


def _line(start: Start | None, target: float, due: date | None, day: date) -> float | None:
    """The value of the straight line on a day; level after the day that is due."""
    if start is None or due is None or due <= start.day:
        return None
    part = (min(day, due) - start.day).days / (due - start.day).days
    return start.value + max(part, 0.0) * (target - start.value)


def _standing(distance: float, value: float, expected: float | None, good: Good) -> Standing:
    if distance <= 0:
        return "reached"
    if expected is None:
        return "not_known"
    return "on_track" if (value >= expected if good == "high" else value <= expected) else "behind"


def _share(start: Start | None, target: float, value: float) -> float | None:
    if start is None or start.value == target:
        return None
    return (value - start.value) / (target - start.value)


@dataclass(frozen=True, slots=True)
class _Heading:
    needed_pace: float | None
    pace: float | None
    forecast: Estimate | None
    chance: float | None
    reason: NoChance | None


def _heading(known: Sequence[Result], target: float, good: Good, due: date | None) -> _Heading:
    latest = known[-1]
    months = _months_between(known)
    if months is None:
        return _without(
            known, target, due, "overlapping_periods" if _overlap(known) else "several_lengths"
        )
    steps = [_month(each.end) for each in known]
    values: list[float | None] = [None] * ((steps[-1] - steps[0]) // months + 1)
    for step, each in zip(steps, known, strict=True):
        values[(step - steps[0]) // months] = each.value
    ahead = (_month(due) - steps[-1]) / months if due else 1.0
    width = (
        (latest.upper - latest.lower)
        if latest.lower is not None and latest.upper is not None
        else 0
    )
    found = outlook(values, len(values) + ahead, target, good, width / WIDTH_IN_ERRORS)
    a_year = 12 / months
    reason: NoChance | None = None
    if due is None:
        reason = "no_day"
    elif ahead <= 0:
        reason = "reached_day" if ahead == 0 else "past"
    elif len(known) < FEWEST:
        reason = "fewer_than_five_years"
    return _Heading(
        found.needed_pace * a_year if found.needed_pace is not None and due else None,
        found.pace * a_year if found.pace is not None else None,
        found.forecast if reason is None else None,
        found.chance if reason is None else None,
        reason,
    )


def _without(
    known: Sequence[Result], target: float, due: date | None, reason: NoChance
) -> _Heading:
    """Only the needed pace, which asks for nothing but the latest value."""
    latest = known[-1]
    years = (_month(due) - _month(latest.end)) / 12 if due else 0.0
    needed = (target - (latest.value or 0.0)) / years if years > 0 else None
    return _Heading(needed, None, None, None, reason)


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _overlap(known: Sequence[Result]) -> bool:
    return any(after.start <= before.end for before, after in pairwise(known))


def _months_between(known: Sequence[Result]) -> int | None:
    """The months from one result to the next, where all are a multiple of it and none overlap."""
    if len(known) == 1:
        return 12
    if _overlap(known):
        return None
    gaps = [_month(after.end) - _month(before.end) for before, after in pairwise(known)]
    step = min(gaps)
    return step if step > 0 and all(gap % step == 0 for gap in gaps) else None
