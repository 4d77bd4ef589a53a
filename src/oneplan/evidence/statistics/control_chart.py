"""A control chart of single values and moving ranges (XmR) with the NHS "Making Data Count" rules.

Sources: Shewhart (1931); NHS England, Making Data Count, as its published chart tool applies it:
limits at 2.66 mean moving ranges, moving ranges beyond 3.267 times their mean left out once,
runs of seven. A series that does not vary has no limits and is not judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Literal

from oneplan.vocabulary.estimates import Impossible

WIDTH = 2.66
SCREEN = 3.267
RUN = 7
FEWEST_FIXED = 12

Improvement = Literal["increase", "decrease", "neutral"]
PointType = Literal[
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]
Cause = Literal["outside_limits", "trend", "two_in_three", "one_side"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean and the process limits; None where they cannot be calculated."""

    mean: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A point with its limits, what makes it special (None: common cause) and its judgement."""

    limits: Limits
    special_cause: Cause | None
    point_type: PointType | None


def process_limits(
    values: Sequence[float | None], *, screen_outliers: bool = True, fix_after: int | None = None
) -> Limits:
    """The limits that the values (the first ``fix_after`` of them) give; None is a missing value.

    There is no moving range across a missing value.

    Raises:
        Impossible: limits are to be fixed after fewer than twelve points.
    """
    if fix_after is not None and fix_after < FEWEST_FIXED:
        raise Impossible(f"limits cannot be fixed after fewer than {FEWEST_FIXED} points")
    basis = values[:fix_after] if fix_after else values
    known = [value for value in basis if value is not None]
    if not known:
        return Limits(None, None, None)
    ranges = [
        abs(after - before)
        for before, after in pairwise(basis)
        if before is not None and after is not None
    ]
    if screen_outliers and ranges:
        most = SCREEN * fmean(ranges)
        ranges = [each for each in ranges if each < most]
    mean = fmean(known)
    if len(ranges) < 2 or fmean(ranges) == 0:
        return Limits(mean, None, None)
    spread = WIDTH * fmean(ranges)
    return Limits(mean, mean - spread, mean + spread)


def control_chart(
    values: Sequence[float | None],
    improvement: Improvement,
    *,
    screen_outliers: bool = True,
    fix_after: int | None = None,
) -> list[ChartPoint]:
    """The points of one series, or of one stretch between two rebasings, in order of time.

    A missing value (None) has the limits and no judgement, and breaks every run.

    Raises:
        Impossible: limits are to be fixed after fewer than twelve points.
    """
    limits = process_limits(values, screen_outliers=screen_outliers, fix_after=fix_after)
    if limits.mean is None or limits.lower is None or limits.upper is None:
        return [ChartPoint(limits, None, None) for _ in values]
    signals = _signals(values, limits.mean, limits.upper - limits.mean)
    return [
        ChartPoint(limits, cause, None if value is None else _judged(side, improvement))
        for value, (cause, side) in zip(values, signals, strict=True)
    ]


def assurance(limits: Limits, target: float | None, improvement: Improvement) -> Assurance | None:
    """Whether the process as it is will meet the target; None without limits, target or direction."""
    if target is None or improvement == "neutral" or limits.lower is None or limits.upper is None:
        return None
    if limits.lower <= target <= limits.upper:
        return "inconsistent"
    passes = (target < limits.lower) == (improvement == "increase")
    return "consistent_pass" if passes else "consistent_fail"


def _signals(
    values: Sequence[float | None], mean: float, spread: float
) -> list[tuple[Cause | None, int]]:
    apart = [0.0 if value is None else value - mean for value in values]
    sides = [(each > 0) - (each < 0) for each in apart]
    outside = [abs(each) > spread for each in apart]
    near = [
        not out and abs(each) > spread * 2 / 3 for each, out in zip(apart, outside, strict=True)
    ]
    trends = _trends(values)
    pairs = _two_in_three(near, sides)
    runs = _one_side(sides)
    found: list[tuple[Cause | None, int]] = []
    for place, side in enumerate(sides):
        if outside[place]:
            found.append(("outside_limits", side))
        elif trends[place]:
            found.append(("trend", trends[place]))
        elif pairs[place]:
            found.append(("two_in_three", side))
        elif runs[place]:
            found.append(("one_side", side))
        else:
            found.append((None, 0))
    return found


def _trends(values: Sequence[float | None]) -> list[int]:
    """1 or -1 for each point of a run of seven that rise or fall; a turning point goes with what follows."""
    steps = [
        0 if before is None or after is None else (after > before) - (after < before)
        for before, after in pairwise(values)
    ]
    found = [0] * len(values)
    for first in range(len(values) - RUN + 1):
        window = steps[first : first + RUN - 1]
        if window[0] and all(step == window[0] for step in window):
            found[first : first + RUN] = [window[0]] * RUN
    return found


def _two_in_three(near: Sequence[bool], sides: Sequence[int]) -> list[bool]:
    found = [False] * len(near)
    for first in range(len(near) - 2):
        window = slice(first, first + 3)
        if sum(near[window]) >= 2 and abs(sum(sides[window])) == 3:
            for place in range(first, first + 3):
                found[place] = found[place] or near[place]
    return found


def _one_side(sides: Sequence[int]) -> list[bool]:
    found = [False] * len(sides)
    for first in range(len(sides) - RUN + 1):
        if abs(sum(sides[first : first + RUN])) == RUN:
            found[first : first + RUN] = [True] * RUN
    return found


def _judged(side: int, improvement: Improvement) -> PointType:
    if side == 0:
        return "common_cause"
    if improvement == "neutral":
        return "special_cause_neutral_high" if side > 0 else "special_cause_neutral_low"
    better = (side > 0) == (improvement == "increase")
    return "special_cause_improvement" if better else "special_cause_concern"
