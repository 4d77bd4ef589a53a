"""A proportion with its Wilson score interval.

Source: Wilson (1927); OHID, Fingertips technical guidance, "Confidence intervals: proportions".
"""

from __future__ import annotations

from math import sqrt

from oneplan.evidence.statistics.confidence import deviate, level_of
from oneplan.vocabulary.estimates import Estimate, Impossible

METHOD = "Wilson"


def proportion(
    numerator: float | None,
    denominator: float | None,
    confidence: float | None = None,
    multiplier: float = 1.0,
) -> Estimate:
    """The share ``numerator / denominator`` times the multiplier; empty where either is missing.

    With a confidence of 1 (or 100) the limits are those of all shares, 0 and 1.

    Raises:
        Impossible: a numerator below 0 or above the denominator, a denominator of 0 or less.
    """
    is_certain = confidence in (1, 100)
    level = level_of(None if is_certain else confidence)
    if numerator is None or denominator is None:
        return Estimate(None, None, None, METHOD)
    if denominator <= 0:
        raise Impossible(f"denominator {denominator:g} is not above 0")
    if not 0 <= numerator <= denominator:
        raise Impossible(f"numerator {numerator:g} is not from 0 to the denominator")
    share = numerator / denominator
    if is_certain:
        return Estimate(share * multiplier, 0.0, multiplier, METHOD)
    z = deviate(level)
    middle = 2 * numerator + z * z
    spread = z * sqrt(z * z + 4 * numerator * (1 - share))
    below = 2 * (denominator + z * z)
    return Estimate(
        share * multiplier,
        max(0.0, (middle - spread) / below) * multiplier,
        min(1.0, (middle + spread) / below) * multiplier,
        METHOD,
    )
