"""Recent trend over the last five points.

Source: OHID, Fingertips technical guidance, "Trend markers": on values with intervals a weighted
least squares slope with known variances, on counts the chi-squared test for trend in proportions
(Armitage 1955); significant at 99.8% and only if the slope keeps its sign without any one point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf, isfinite, log
from typing import Literal

POINTS = 5
CRITICAL = 9.54953570608324
"""The chi-squared value with one degree of freedom at 99.8%."""
NOUGHT = 1e-9
"""Slopes of log odds, times the points and the spread of their times, are nought up to here: the rest
is the rounding of equal odds."""
WIDTH_IN_ERRORS = 3.92
"""An interval's width in standard errors, as the published method types it."""

Direction = Literal["increasing", "decreasing", "no_significant_change", "cannot_be_calculated"]
Path = Literal["interval", "counts", "auto"]


@dataclass(frozen=True, slots=True)
class Point:
    """A year's figures, whatever of them is known."""

    value: float | None = None
    count: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """The test's outcome; without a chi-squared value it could not be calculated."""

    points: int
    chi_squared: float | None
    slope: float | None
    significant: bool | None
    direction: Direction


def recent_trend(points: Sequence[Point], path: Path = "auto") -> Trend:
    """The trend of a series in order of time, of its last five points that have figures.

    ``auto`` takes counts where every point with figures has them, intervals otherwise. A point that
    lacks what the path needs is passed over, as the service does since 2025. Rolling periods overlap
    and must not be given.
    """
    counted = [point for point in points if _has_counts(point)]
    valued = [point for point in points if _known(point.value)]
    by_counts = path == "counts" or (path == "auto" and 0 < len(counted) >= len(valued))
    recent = (counted if by_counts else [p for p in valued if _has_limits(p)])[-POINTS:]
    if len(recent) < POINTS:
        return _cannot(len(recent))
    return _of_counts(recent) if by_counts else _of_intervals(recent)


def _known(figure: float | None) -> bool:
    return figure is not None and isfinite(figure)


def _has_counts(point: Point) -> bool:
    return _known(point.count) and _known(point.denominator) and (point.denominator or 0) > 0


def _has_limits(point: Point) -> bool:
    return _known(point.lower) and _known(point.upper)


def _cannot(points: int) -> Trend:
    return Trend(points, None, None, None, "cannot_be_calculated")


def _of_intervals(points: Sequence[Point]) -> Trend:
    weights, values = [], []
    for point in points:
        width = _width(point)
        if point.value is None or width is None:
            return _cannot(len(points))
        weights.append((WIDTH_IN_ERRORS / width) ** 2)
        values.append(point.value)
    times = [float(t) for t in range(1, len(points) + 1)]
    slope, spread = _weighted_slope(weights, times, values)
    chi_squared = slope * slope * spread / sum(weights)
    slopes = [slope]
    for left_out in range(len(points)):
        kept = [i for i in range(len(points)) if i != left_out]
        slopes.append(
            _weighted_slope(
                [weights[i] for i in kept], [times[i] for i in kept], [values[i] for i in kept]
            )[0]
        )
    return _judged(len(points), chi_squared, slope, slopes)


def _width(point: Point) -> float | None:
    if point.lower is None or point.upper is None:
        return None
    width = point.upper - point.lower
    return width if isfinite(width) and width > 0 else None


def _weighted_slope(
    weights: Sequence[float], times: Sequence[float], values: Sequence[float]
) -> tuple[float, float]:
    """The slope and the spread of the times, summed over pairs: without change it is nought, exactly."""
    products = spread = 0.0
    points = zip(times, weights, values, strict=True)
    for (t, w, y), (later, weight, value) in combinations(points, 2):
        share = w * weight * (later - t)
        products += share * (value - y)
        spread += share * (later - t)
    return products / spread, spread


def _of_counts(points: Sequence[Point]) -> Trend:
    counts = [point.count or 0.0 for point in points]
    sizes = [point.denominator or 0.0 for point in points]
    if any(not 0 <= count < size for count, size in zip(counts, sizes, strict=True)):
        return _cannot(len(points))
    times = [float(t) for t in range(1, len(points) + 1)]
    events, people = sum(counts), sum(sizes)
    if not events:
        return _cannot(len(points))
    by_events = sum(o * t for o, t in zip(counts, times, strict=True))
    by_people = sum(n * t for n, t in zip(sizes, times, strict=True))
    squares = sum(n * t * t for n, t in zip(sizes, times, strict=True))
    numerator = people * (people * by_events - events * by_people) ** 2
    chi_squared = numerator / (events * (people - events) * (people * squares - by_people**2))
    logits = [log(o / (n - o)) if o else None for o, n in zip(counts, sizes, strict=True)]
    rises = [_rise(times, logits)]
    for left_out in range(len(points)):
        kept = [i for i in range(len(points)) if i != left_out]
        rises.append(_rise([times[i] for i in kept], [logits[i] for i in kept]))
    of_all = rises[0] / len(times) / _spread(times)
    return _judged(len(points), chi_squared, of_all, rises)


def _rise(times: Sequence[float], logits: Sequence[float | None]) -> float:
    """The slope of the logits, times the points and the spread of their times.

    A count of nought has no logit (None) and its slope is a limit, ±infinity.
    """
    middle = sum(times) / len(times)
    steep = -sum(t - middle for t, logit in zip(times, logits, strict=True) if logit is None)
    if abs(steep) > NOUGHT:
        return inf if steep > 0 else -inf
    known = ((t, logit) for t, logit in zip(times, logits, strict=True) if logit is not None)
    rise = len(times) * sum((t - middle) * logit for t, logit in known)
    return rise if abs(rise) > NOUGHT else 0.0


def _spread(times: Sequence[float]) -> float:
    middle = sum(times) / len(times)
    return sum((t - middle) ** 2 for t in times)


def _judged(points: int, chi_squared: float, slope: float, slopes: Sequence[float]) -> Trend:
    if not isfinite(chi_squared):
        return _cannot(points)
    rises, falls = all(each > 0 for each in slopes), all(each < 0 for each in slopes)
    significant = chi_squared > CRITICAL and (rises or falls)
    direction: Direction = "no_significant_change"
    if significant:
        direction = "increasing" if rises else "decreasing"
    finite = slope if isfinite(slope) else None
    return Trend(points, chi_squared, finite, significant, direction)
