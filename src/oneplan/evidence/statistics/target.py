"""Where a series is heading, the chance that it meets a target, and the pace that it needs.

Source: ordinary least squares with the Student t interval of a new observation, as in any textbook
(for instance Montgomery, Peck and Vining 2012). There is no published standard for targets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from scipy.special import stdtr, stdtrit

from oneplan.vocabulary.estimates import Estimate, Impossible

FEWEST = 5
METHOD = "Least squares, Student t"
_NOISE = 1e-12
"""Relative to the values: what is left of a straight line is the rounding of the machine."""

Good = Literal["high", "low"]


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast at the target's time with 95% limits, the chance of meeting the target, the paces.

    Forecast and chance need five points. The pace is the fitted change a step; the needed pace is
    the change a step from the latest value.
    """

    forecast: Estimate
    chance: float | None
    needed_pace: float | None
    pace: float | None


def outlook(
    values: Sequence[float | None],
    target_time: float,
    target: float,
    good: Good,
    least_error: float = 0.0,
) -> Outlook:
    """The outlook of values at times 1, 2, 3 …; None is a missing value and keeps its time.

    ``least_error`` is the standard error of a single value: points that lie on a line by chance do not
    make a forecast surer than the values themselves are.

    Raises:
        Impossible: no values at all.
    """
    points = [(float(t), value) for t, value in enumerate(values, start=1) if value is not None]
    if not points:
        raise Impossible("a series without values")
    latest_time, latest = points[-1]
    left = target_time - latest_time
    needed = (target - latest) / left if left > 0 else None
    if len(points) < 2:
        return Outlook(Estimate(None, None, None, METHOD), None, needed, None)
    fit = _Fit(points, least_error)
    if len(points) < FEWEST:
        return Outlook(Estimate(None, None, None, METHOD), None, needed, fit.slope)
    forecast = fit.at(target_time)
    error = fit.error_at(target_time)
    half = float(stdtrit(len(points) - 2, 0.975)) * error
    estimate = Estimate(forecast, forecast - half, forecast + half, METHOD)
    return Outlook(estimate, _chance(forecast, error, target, good, fit.freedom), needed, fit.slope)


def _chance(forecast: float, error: float, target: float, good: Good, freedom: int) -> float:
    margin = forecast - target if good == "high" else target - forecast
    if error == 0:
        return 1.0 if margin >= -_NOISE * max(abs(forecast), abs(target)) else 0.0
    return float(stdtr(freedom, margin / error))


class _Fit:
    """A straight line through points by least squares."""

    def __init__(self, points: Sequence[tuple[float, float]], least_error: float) -> None:
        self.count = len(points)
        self.freedom = self.count - 2
        self.mean_time = sum(t for t, _ in points) / self.count
        mean_value = sum(y for _, y in points) / self.count
        self.spread = sum((t - self.mean_time) ** 2 for t, _ in points)
        products = sum((t - self.mean_time) * (y - mean_value) for t, y in points)
        self.slope = products / self.spread
        self.foot = mean_value - self.slope * self.mean_time
        squares = sum((y - self.at(t)) ** 2 for t, y in points)
        spare = sqrt(squares / self.freedom) if self.freedom > 0 else 0.0
        is_noise = spare <= _NOISE * max(abs(y) for _, y in points)
        self.error = max(0.0 if is_noise else spare, least_error)

    def at(self, time: float) -> float:
        """The line's value at a time."""
        return self.foot + self.slope * time

    def error_at(self, time: float) -> float:
        """The standard error of a new observation at a time."""
        return self.error * sqrt(1 + 1 / self.count + (time - self.mean_time) ** 2 / self.spread)
