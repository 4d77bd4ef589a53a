"""A directly standardised rate with Dobson's interval.

Source: Dobson et al. (1991); OHID, Fingertips technical guidance, "Directly standardised rates".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from oneplan.evidence.statistics.confidence import level_of
from oneplan.evidence.statistics.rate import byar_limits
from oneplan.vocabulary.estimates import Estimate, Impossible

METHOD = "Dobson"
LEAST_EVENTS = 10


@dataclass(frozen=True, slots=True)
class Stratum:
    """The events and population of an age group and its weight in the standard population."""

    numerator: float | None
    denominator: float | None
    weight: float | None


@dataclass(frozen=True, slots=True)
class StandardisedRate:
    """The events in all strata, and the rate; the rate is withheld below ten events."""

    total_count: float
    estimate: Estimate


def standardised_rate(
    strata: Sequence[Stratum], confidence: float | None = None, multiplier: float = 1.0
) -> StandardisedRate:
    """The rate that the standard population would have; a missing numerator counts as 0.

    Raises:
        Impossible: no strata, a negative numerator, a denominator or weights that are missing or 0.
    """
    level = level_of(confidence)
    if not strata:
        raise Impossible("a set without strata")
    total = weights = value = variance = 0.0
    for stratum in strata:
        count, population, weight = _checked(stratum)
        total += count
        weights += weight
        value += count * weight / population
        variance += count * (weight / population) ** 2
    if weights <= 0:
        raise Impossible("the weights add up to 0")
    if total < LEAST_EVENTS:
        return StandardisedRate(total, Estimate(None, None, None, METHOD))
    value, variance = value / weights, variance / weights**2
    lower, upper = byar_limits(total, level)
    spread = sqrt(variance / total)
    return StandardisedRate(
        total,
        Estimate(
            value * multiplier,
            (value + spread * (lower - total)) * multiplier,
            (value + spread * (upper - total)) * multiplier,
            METHOD,
        ),
    )


def _checked(stratum: Stratum) -> tuple[float, float, float]:
    count = stratum.numerator or 0.0
    if count < 0:
        raise Impossible(f"numerator {count:g} is below 0")
    if stratum.denominator is None or stratum.denominator <= 0:
        raise Impossible("a denominator is missing or not above 0")
    if stratum.weight is None or stratum.weight < 0:
        raise Impossible("a weight is missing or below 0")
    return count, stratum.denominator, stratum.weight
