"""The gap between two groups, absolute and relative, with intervals.

Sources: Newcombe (1998), method 10, for the difference of proportions; Katz et al. (1978) for the
ratio of proportions on the log scale; score intervals for two Poisson rates (Nam and Tsui 1997).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, isnan, log, sqrt

from scipy.optimize import brentq

from oneplan.evidence.statistics.confidence import LEVEL_95, deviate
from oneplan.evidence.statistics.proportion import proportion
from oneplan.vocabulary.estimates import Estimate, Impossible

NEWCOMBE, LOG_RATIO, SCORE = "Newcombe", "Log ratio", "Poisson score"
_MOST_STEPS = 1000


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
    both = x1 + x2
    middle = 2 * x1 * x2 + z2 * both
    # The difference of two squares, factored: equal counts in their millions lose no digits.
    spread = sqrt(z2 * both * (4 * x1 * x2 + z2 * both))
    scale = n2 / n1 / (2 * x2 * x2)
    upper = (middle + spread) * scale
    lower = (x1 / x2 * (n2 / n1)) ** 2 / upper
    return Estimate((x1 / n1) / (x2 / n2), lower, upper, SCORE)


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
    for _ in range(_MOST_STEPS):
        if (of(end) > 0) != side:
            low, high = sorted((start, end))
            return float(brentq(of, low, high, xtol=1e-300, rtol=1e-14))
        step *= 2
        end += step
    raise OverflowError("no change of sign within the reach of numbers")


def _score(x1: float, n1: float, x2: float, n2: float, assumed: float) -> float:
    size = n1 + n2
    b = size * assumed - x1 - x2
    rate2 = _larger_root(size, b, x2 * assumed)
    variance = (rate2 + assumed) / n1 + rate2 / n2
    gap = x1 / n1 - x2 / n2 - assumed
    if isnan(variance):
        raise OverflowError("the variance is out of the reach of numbers")
    return gap / sqrt(variance) if variance > 0 else inf * (1 if gap > 0 else -1)


def _larger_root(a: float, b: float, c: float) -> float:
    """The larger root of ``a x² + b x - c``, without taking alike numbers from each other."""
    root = sqrt(max(b * b + 4 * a * c, 0.0))
    return 2 * c / (b + root) if b > 0 else (root - b) / (2 * a)
