"""The gap between two groups, absolute and relative, with intervals.

Sources: Newcombe (1998), method 10, for the difference of proportions; Katz et al. (1978) for the
ratio of proportions on the log scale; score intervals for two Poisson rates (Nam and Tsui 1997).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log, sqrt

from scipy.optimize import brentq

from oneplan.evidence.statistics.confidence import LEVEL_95, deviate
from oneplan.evidence.statistics.proportion import proportion
from oneplan.vocabulary.estimates import Estimate, Impossible

NEWCOMBE, LOG_RATIO, SCORE = "Newcombe", "Log ratio", "Poisson score"


@dataclass(frozen=True, slots=True)
class Gap:
    """First group against second: the difference and the ratio; a ratio to zero is not defined."""

    absolute: Estimate
    relative: Estimate


def gap_of_proportions(x1: float, n1: float, x2: float, n2: float) -> Gap:
    """The gap between two proportions at 95%.

    Raises:
        Impossible: a numerator below 0 or above its denominator, a denominator of 0 or less.
    """
    first, second = proportion(x1, n1), proportion(x2, n2)
    return Gap(_newcombe(first, second), _log_ratio(x1, n1, x2, n2))


def _newcombe(first: Estimate, second: Estimate) -> Estimate:
    p1, l1, u1 = _three(first)
    p2, l2, u2 = _three(second)
    gap = p1 - p2
    return Estimate(
        gap,
        gap - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2),
        gap + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
        NEWCOMBE,
    )


def _three(estimate: Estimate) -> tuple[float, float, float]:
    return estimate.value or 0.0, estimate.lower or 0.0, estimate.upper or 0.0


def _log_ratio(x1: float, n1: float, x2: float, n2: float) -> Estimate:
    if x2 == 0:
        return Estimate(None, None, None, LOG_RATIO)
    ratio = (x1 / n1) / (x2 / n2)
    if x1 == 0:
        return Estimate(ratio, None, None, LOG_RATIO)
    spread = deviate(LEVEL_95) * sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
    return Estimate(ratio, exp(log(ratio) - spread), exp(log(ratio) + spread), LOG_RATIO)


def gap_of_rates(x1: float, n1: float, x2: float, n2: float) -> Gap:
    """The gap between two rates at 95%.

    Raises:
        Impossible: a count below 0, a population of 0 or less.
    """
    if min(x1, x2) < 0 or min(n1, n2) <= 0:
        raise Impossible("a count is below 0 or a population not above 0")
    return Gap(_score_difference(x1, n1, x2, n2), _score_ratio(x1, n1, x2, n2))


def _score_ratio(x1: float, n1: float, x2: float, n2: float) -> Estimate:
    if x2 == 0:
        return Estimate(None, None, None, SCORE)
    z2 = deviate(LEVEL_95) ** 2
    middle = 2 * x1 * x2 + z2 * (x1 + x2)
    spread = sqrt(middle * middle - 4 * (x1 * x2) ** 2)
    scale = n2 / n1 / (2 * x2 * x2)
    return Estimate(
        (x1 / n1) / (x2 / n2), (middle - spread) * scale, (middle + spread) * scale, SCORE
    )


def _score_difference(x1: float, n1: float, x2: float, n2: float) -> Estimate:
    gap = x1 / n1 - x2 / n2
    z = deviate(LEVEL_95)
    if x1 == x2 == 0:
        return Estimate(gap, -z * z / n2, z * z / n1, SCORE)

    def excess(of: float) -> Callable[[float], float]:
        return lambda assumed: _score(x1, n1, x2, n2, assumed) - of

    step = z * sqrt((x1 + 0.5) / n1**2 + (x2 + 0.5) / n2**2)
    return Estimate(gap, _root(excess(z), gap, -step), _root(excess(-z), gap, step), SCORE)


def _root(of: Callable[[float], float], start: float, step: float) -> float:
    side = of(start) > 0
    end = start + step
    while (of(end) > 0) == side:
        step *= 2
        end += step
    return float(brentq(of, min(start, end), max(start, end), xtol=1e-300, rtol=1e-14))


def _score(x1: float, n1: float, x2: float, n2: float, assumed: float) -> float:
    size = n1 + n2
    b = size * assumed - x1 - x2
    rate2 = (-b + sqrt(b * b + 4 * size * x2 * assumed)) / (2 * size)
    variance = (rate2 + assumed) / n1 + rate2 / n2
    gap = x1 / n1 - x2 / n2 - assumed
    return gap / sqrt(variance) if variance > 0 else float("inf") * (1 if gap > 0 else -1)
