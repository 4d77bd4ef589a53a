"""Confidence levels and the normal deviates that belong to them."""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist

from oneplan.vocabulary.estimates import Impossible

LEVEL_95 = 0.95
LEVEL_998 = 0.998


def level_of(confidence: float | None) -> float:
    """A confidence level as a share: 0.95 of None, 95 or 0.95.

    Raises:
        Impossible: neither from 0.9 to 1 nor from 90 to 100.
    """
    if confidence is None:
        return LEVEL_95
    level = confidence / 100 if 90 <= confidence <= 100 else confidence
    if level == 1:
        raise Impossible(f"confidence {confidence:g} leaves no interval: it must be less")
    if not 0.9 <= level < 1:
        raise Impossible(f"confidence {confidence:g} is not from 0.9 to 1 (or from 90 to 100)")
    return level


@lru_cache(maxsize=64)
def deviate(level: float) -> float:
    """The two-sided normal deviate: 1.959963984540054 for 0.95."""
    return NormalDist().inv_cdf(1 - (1 - level) / 2)
