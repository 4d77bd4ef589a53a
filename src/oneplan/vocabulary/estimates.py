"""A value with its interval, and the figures that cannot be."""

from __future__ import annotations

from dataclasses import dataclass


class Impossible(ValueError):
    """The figures given cannot be; ``str()`` says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value, its lower and upper limit and the method that gave them; None where not known."""

    value: float | None
    lower: float | None
    upper: float | None
    method: str
