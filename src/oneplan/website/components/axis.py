"""A number line from zero to a round end."""

from __future__ import annotations

from math import floor, log10

_ROUND = (1.0, 2.0, 4.0, 5.0, 8.0, 10.0)


def round_end(largest: float, *, percent: bool = False) -> float:
    """Where an axis that must hold ``largest`` ends; a percentage above 40 has the whole 100."""
    if percent and 40 < largest <= 100:
        return 100.0
    if largest <= 0:
        return 1.0
    magnitude = 10.0 ** floor(log10(largest))
    return next(step * magnitude for step in _ROUND if step * magnitude >= largest * 0.999)
