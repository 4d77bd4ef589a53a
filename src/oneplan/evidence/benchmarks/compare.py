"""Better, similar or worse than a benchmark, and by which rule.

Source: OHID, Fingertips technical guidance, "Comparing to a benchmark".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Literal

Rule = Literal["single_95", "single_95_998", "double_95", "control_limits_95"]
Polarity = Literal["high_is_good", "low_is_good", "no_judgement", "not_applicable"]
Comparison = Literal["best", "better", "similar", "worse", "worst", "higher", "lower", "none"]
_Side = Literal[-2, -1, 0, 1, 2]

CONTROL_DEVIATE = 1.96
"""As the published rule types it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An area's value with what the rules ask for; missing is None."""

    value: float | None
    lower95: float | None = None
    upper95: float | None = None
    lower998: float | None = None
    upper998: float | None = None
    denominator: float | None = None
    comparator: float | None = None
    comparator_lower95: float | None = None
    comparator_upper95: float | None = None


def compare(figures: Compared, rule: Rule, polarity: Polarity) -> Comparison:
    """The judgement; ``none`` where a figure that the rule needs is missing or nobody judges."""
    side = _RULES[rule](figures)
    if side is None or polarity == "not_applicable":
        return "none"
    if side == 0:
        return "similar"
    if polarity == "no_judgement":
        return "higher" if side > 0 else "lower"
    good = side > 0 if polarity == "high_is_good" else side < 0
    if abs(side) == 2:
        return "best" if good else "worst"
    return "better" if good else "worse"


def _known(*figures: float | None) -> bool:
    return all(figure is not None and isfinite(figure) for figure in figures)


def _side_of(lower: float | None, upper: float | None, comparator: float | None) -> _Side | None:
    if lower is None or upper is None or comparator is None:
        return None
    if not _known(lower, upper, comparator):
        return None
    if lower > comparator:
        return 1
    return -1 if upper < comparator else 0


def _single_95(figures: Compared) -> _Side | None:
    if not _known(figures.value):
        return None
    return _side_of(figures.lower95, figures.upper95, figures.comparator)


def _single_95_998(figures: Compared) -> _Side | None:
    near = _single_95(figures)
    far = _side_of(figures.lower998, figures.upper998, figures.comparator)
    if near is None or far is None:
        return None
    if near and far == near:
        return 2 if far > 0 else -2
    return near


def _double_95(figures: Compared) -> _Side | None:
    ends = (
        figures.lower95,
        figures.upper95,
        figures.comparator_lower95,
        figures.comparator_upper95,
    )
    lower, upper, other_lower, other_upper = ends
    if lower is None or upper is None or other_lower is None or other_upper is None:
        return None
    if not _known(*ends, figures.value):
        return None
    if lower > other_upper:
        return 1
    return -1 if upper < other_lower else 0


def _control_limits_95(figures: Compared) -> _Side | None:
    value, centre, size = figures.value, figures.comparator, figures.denominator
    if value is None or centre is None or size is None or not _known(value, centre, size):
        return None
    if size <= 0 or not 0 <= centre <= 1:
        return None
    z2 = CONTROL_DEVIATE**2
    middle = 2 * centre * size + z2
    spread = CONTROL_DEVIATE * sqrt(z2 + 4 * centre * size * (1 - centre))
    below = 2 * (size + z2)
    if value > (middle + spread) / below:
        return 1
    return -1 if value < (middle - spread) / below else 0


_RULES = {
    "single_95": _single_95,
    "single_95_998": _single_95_998,
    "double_95": _double_95,
    "control_limits_95": _control_limits_95,
}
