"""The slope index of inequality and the relative index, by weighted least squares.

Source: OHID, technical guidance, "Slope index of inequality"; Pamuk (1985). The slope is linear
in the values, so that its interval is exact where their errors are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from oneplan.evidence.statistics.confidence import LEVEL_95, deviate
from oneplan.vocabulary.estimates import Impossible

FEWEST, MOST = 5, 100


@dataclass(frozen=True, slots=True)
class Quantile:
    """A quantile of the population, 1 the most deprived, with its value and standard error."""

    number: int
    population: float
    value: float
    error: float | None = None


@dataclass(frozen=True, slots=True)
class SlopeIndex:
    """The slope index with its 95% limits (None without errors) and the relative index."""

    slope: float
    lower: float | None
    upper: float | None
    relative: float | None


def slope_index(quantiles: Sequence[Quantile]) -> SlopeIndex:
    """The difference between the least and the most deprived end that the whole gradient implies.

    Raises:
        Impossible: fewer than 5 or more than 100 quantiles, one missing or twice, a population of
            0 or less, an error below 0.
    """
    ordered = sorted(quantiles, key=lambda quantile: quantile.number)
    _check(ordered)
    total = fsum(quantile.population for quantile in ordered)
    shares = [quantile.population / total for quantile in ordered]
    middles, reached = [], 0.0
    for share in shares:
        middles.append(reached + share / 2)
        reached += share
    middle = fsum(a * b for a, b in zip(shares, middles, strict=True)) / fsum(shares)
    spread = fsum(a * (b - middle) ** 2 for a, b in zip(shares, middles, strict=True))
    factors = [a * (b - middle) / spread for a, b in zip(shares, middles, strict=True)]
    mean = fsum(a * q.value for a, q in zip(shares, ordered, strict=True)) / fsum(shares)
    # From the mean: quantiles of one value then have no slope, to the last digit.
    slope = fsum(f * (q.value - mean) for f, q in zip(factors, ordered, strict=True))
    foot = mean - slope * middle
    half = _half_width(factors, ordered)
    return SlopeIndex(
        slope,
        None if half is None else slope - half,
        None if half is None else slope + half,
        (foot + slope) / foot if foot else None,
    )


def _half_width(factors: Sequence[float], quantiles: Sequence[Quantile]) -> float | None:
    variance = 0.0
    for factor, quantile in zip(factors, quantiles, strict=True):
        if quantile.error is None:
            return None
        variance += (factor * quantile.error) ** 2
    return deviate(LEVEL_95) * sqrt(variance)


def _check(ordered: Sequence[Quantile]) -> None:
    if not FEWEST <= len(ordered) <= MOST:
        raise Impossible(f"{len(ordered)} quantiles are not from {FEWEST} to {MOST}")
    if [quantile.number for quantile in ordered] != list(range(1, len(ordered) + 1)):
        raise Impossible("a quantile is missing or stands twice")
    if any(quantile.population <= 0 for quantile in ordered):
        raise Impossible("a population is not above 0")
    if any(quantile.error is not None and quantile.error < 0 for quantile in ordered):
        raise Impossible("a standard error is below 0")
