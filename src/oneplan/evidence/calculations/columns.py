"""The columns that each method takes and adds, and which header of a table stands for which."""

from __future__ import annotations

import re
from collections.abc import Iterable

TAKEN: dict[str, tuple[str, ...]] = {
    "proportion": ("numerator", "denominator", "confidence", "multiplier"),
    "rate": ("numerator", "denominator", "confidence", "multiplier"),
    "standardised-rate": (
        "set_id",
        "numerator",
        "denominator",
        "weight",
        "confidence",
        "multiplier",
    ),
    "trend": ("series_id", "period", "value", "count", "denominator", "lower", "upper"),
    "control-chart": (
        "series_id",
        "t",
        "y",
        "improvement_direction",
        "target",
        "screen_outliers",
        "fix_after_n",
        "rebase_group",
    ),
    "compare": (
        "rule",
        "polarity",
        "value",
        "lower95",
        "upper95",
        "lower998",
        "upper998",
        "denominator",
        "comparator",
        "comparator_lower95",
        "comparator_upper95",
    ),
    "rank": ("set_id", "area", "value", "polarity"),
    "quantile": ("set_id", "area", "value", "quantiles", "invert"),
    "gap": ("kind", "x1", "n1", "x2", "n2"),
    "slope-index": ("set_id", "quantile", "population", "value", "se"),
    "target": ("values", "target_t", "target", "good_is"),
}

NEEDED: dict[str, tuple[str, ...]] = {
    "proportion": ("numerator", "denominator"),
    "rate": ("numerator", "denominator"),
    "standardised-rate": ("numerator", "denominator", "weight"),
    "trend": (),
    "control-chart": ("y",),
    "compare": ("value", "comparator"),
    "rank": ("value", "polarity"),
    "quantile": ("value",),
    "gap": ("x1", "n1", "x2", "n2"),
    "slope-index": ("quantile", "population", "value"),
    "target": ("values", "target_t", "target"),
}
"""The columns without which a method has nothing to work on."""

_ESTIMATE = ("value", "lower", "upper", "method")
ADDED: dict[str, tuple[str, ...]] = {
    "proportion": _ESTIMATE,
    "rate": _ESTIMATE,
    "standardised-rate": ("total_count", "value", "lower", "upper"),
    "trend": ("points", "chi_squared", "slope", "significant", "direction"),
    "control-chart": (
        "mean",
        "lower_limit",
        "upper_limit",
        "special_cause",
        "point_type",
        "assurance",
    ),
    "compare": ("comparison",),
    "rank": ("rank", "band"),
    "quantile": ("quantile",),
    "gap": ("abs_gap", "abs_lower", "abs_upper", "rel_gap", "rel_lower", "rel_upper"),
    "slope-index": ("sii", "sii_lower", "sii_upper", "rii"),
    "target": (
        "forecast",
        "forecast_lower",
        "forecast_upper",
        "chance",
        "needed_pace",
        "pace",
    ),
}
SAID = ("outcome", "message")
"""What every method says of a row or set: ok or error, and why."""

_WORDS = frozenset(
    "set_id series_id period area rule polarity kind values good_is"
    " t improvement_direction screen_outliers rebase_group invert".split()
)
_NOT_LETTER = re.compile(r"[\W_]+")


def headers_of(method: str, headers: Iterable[str]) -> dict[str, str]:
    """The header that stands for each column of a method; those that are not there are left out.

    "Lower 95" and "LOWER95" are ``lower95``; a header that is written exactly goes before these.
    """
    listed = list(headers)
    alike: dict[str, str] = {}
    for header in listed:
        alike.setdefault(_letters(header), header)
    found = {name: alike[_letters(name)] for name in TAKEN[method] if _letters(name) in alike}
    return found | {name: name for name in TAKEN[method] if name in listed}


def of_figures(method: str) -> tuple[str, ...]:
    """The columns of a method that hold numbers and nothing else."""
    return tuple(name for name in TAKEN[method] if name not in _WORDS)


def _letters(header: str) -> str:
    return _NOT_LETTER.sub("", header.casefold())
