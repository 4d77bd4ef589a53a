"""A rate with its interval: exact Poisson limits for counts below 10, Byar's from 10 on.

Sources: Breslow and Day (1987) for Byar's method; OHID, Fingertips technical guidance,
"Confidence intervals: rates", for the change of method at 10 (February 2018).
"""

from __future__ import annotations

from math import sqrt

from scipy.special import gammaincinv

from oneplan.evidence.statistics.confidence import deviate, level_of
from oneplan.vocabulary.estimates import Estimate, Impossible

EXACT, BYAR = "Exact", "Byar"
EXACT_BELOW = 10


def count_limits(count: float, level: float) -> tuple[float, float]:
    """The limits of a Poisson count: exact below 10, Byar's from 10 on."""
    if count < EXACT_BELOW:
        tail = (1 - level) / 2
        lower = float(gammaincinv(count, tail)) if count > 0 else 0.0
        return lower, float(gammaincinv(count + 1, 1 - tail))
    return byar_limits(count, level)


def byar_limits(count: float, level: float) -> tuple[float, float]:
    """Byar's limits of a Poisson count above 0."""
    z = deviate(level)
    above = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    upper = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return lower, upper


def rate(
    numerator: float | None,
    denominator: float | None,
    confidence: float | None = None,
    multiplier: float = 1.0,
) -> Estimate:
    """Events by population times the multiplier; empty where either is missing.

    Raises:
        Impossible: a numerator below 0, a denominator of 0 or less.
    """
    level = level_of(confidence)
    if numerator is None or denominator is None:
        return Estimate(None, None, None, "" if numerator is None else _method(numerator))
    if denominator <= 0:
        raise Impossible(f"denominator {denominator:g} is not above 0")
    if numerator < 0:
        raise Impossible(f"numerator {numerator:g} is below 0")
    lower, upper = count_limits(numerator, level)
    scale = multiplier / denominator
    # Multiplied first: 10 in 300 and 20 in 600 then tie to the last digit.
    value = numerator * multiplier / denominator
    return Estimate(value, lower * scale, upper * scale, _method(numerator))


def _method(count: float) -> str:
    return EXACT if count < EXACT_BELOW else BYAR
