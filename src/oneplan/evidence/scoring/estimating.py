"""Value and limits of every observation, as one query.

The methods are those of ``statistics.proportion`` and ``statistics.rate``, in the same order of
operations, so that areas with the same share or rate tie exactly.
"""

from __future__ import annotations

from oneplan.evidence.scoring.columns import word
from oneplan.evidence.scoring.step import Step
from oneplan.evidence.statistics.confidence import LEVEL_95, LEVEL_998, deviate
from oneplan.evidence.statistics.rate import EXACT_BELOW

WILSON, POISSON, NOT_COUNTED = 1, 2, 0
"""How an interval comes from counts; in the column ``way``."""

_LARGEST = "1.7976931348623157E308"
"""NaN is above every number for all engines, so that this bound keeps out both it and infinity."""
_LEVELS = {"": LEVEL_95, "_998": LEVEL_998}


def finite(column: str) -> str:
    """A figure that is there only where it is a number."""
    return f"CASE WHEN ok AND abs({column}) <= {_LARGEST} THEN {column} END"


def coded(kept: bool) -> Step:
    """Observations with their keys as numbers, and figures only where they may be used.

    ``cell`` numbers indicator, group, period and area; ``set_at`` all but the area, ``series_at``
    all but the period.
    """
    figures = ("value", "numerator", "denominator", "lower", "upper", "lower_998", "upper_998")
    return Step(
        "coded",
        f"""
        SELECT i_at + g_at + p_at + a AS cell, i_at + g_at + p_at AS set_at,
               i_at + g_at + a AS series_at, i, g, p, a, moment, status,
               {", ".join(f"{finite(name)} AS {name}" for name in figures)}, newness
        FROM (
            SELECT d.i_at, g.g_at, p.p_at, d.i, g.g, p.p, a.a,
                   COALESCE(o.moment, p.moment) AS moment, o.status, o.status = 'ok' AS ok,
                   {", ".join(f"o.{name}" for name in figures)}, o.newness
            FROM observations o
            JOIN indicators d ON d.indicator = o.indicator
            JOIN periods p ON p.period = o.period AND p.year_kind = d.year_kind
            JOIN areas a ON a.area = o.area
            JOIN groups g ON g.member = o.member
        ) AS keyed
        """,
        kept,
    )


def latest() -> Step:
    """The last word on each cell, where releases or revisions say several things of it."""
    return Step(
        "said_last",
        """
        SELECT * FROM (
            SELECT *, row_number() OVER (PARTITION BY cell ORDER BY newness DESC) AS place
            FROM coded
        ) AS ordered WHERE place = 1
        """,
    )


def estimated(observations: str, levels: tuple[str, ...], in_order: bool) -> Step:
    """Value and limits; ``events`` and ``people`` are there where they gave the interval.

    Where the observations are not ``in_order``, the estimates are laid down by cell: all that
    follows looks them up set by set.
    """
    counted = f"""
        SELECT c.*, d.scale, d.is_mean, d.is_count,
               CASE WHEN d.way = {WILSON} AND c.denominator > 0 AND c.numerator >= 0
                         AND c.numerator <= c.denominator THEN {WILSON}
                    WHEN d.way = {POISSON} AND c.denominator > 0 AND c.numerator >= 0 THEN {POISSON}
                    ELSE {NOT_COUNTED} END AS way
        FROM {observations} c JOIN indicators d ON d.i = c.i"""
    prepared = f"""
        SELECT *, {_value()} AS found,
               CASE WHEN way > 0 THEN scale / denominator END AS per,
               CASE WHEN way = {POISSON} AND numerator < {EXACT_BELOW} THEN numerator END AS few,
               CASE WHEN way = {POISSON} THEN 3 * sqrt(numerator) END AS root,
               CASE WHEN way = {POISSON} THEN 3 * sqrt(numerator + 1) END AS root_above,
               {", ".join(_spread(level) for level in levels)}
        FROM ({counted}) AS counted"""
    limits = ", ".join(_limits(level) for level in levels)
    return Step(
        "estimated",
        f"""
        SELECT cell, set_at, series_at, i, g, p, a, moment,
               CASE WHEN status = 'ok' AND found IS NULL THEN {word("not_available", "status_word")}
                    ELSE CAST(status AS status_word) END AS status,
               found AS value, {limits}, {_method()} AS method,
               CASE WHEN way = {WILSON} THEN numerator END AS events,
               CASE WHEN way = {WILSON} THEN denominator END AS people
        FROM ({prepared}) AS prepared LEFT JOIN exact_limits x ON x.events = few
        """,
        order=None if in_order else "cell",
    )


def _value() -> str:
    return f"""CASE
        WHEN way = {WILSON} THEN numerator / NULLIF(denominator, 0) * scale
        WHEN way = {POISSON} THEN numerator * scale / NULLIF(denominator, 0)
        WHEN value IS NOT NULL THEN value
        WHEN is_mean AND denominator > 0 THEN numerator * scale / NULLIF(denominator, 0)
        WHEN is_count THEN numerator END"""


def _spread(level: str) -> str:
    z = _literal(deviate(_LEVELS[level]))
    return f"""CASE WHEN way = {WILSON} THEN {z} * sqrt({z} * {z}
        + 4 * numerator * (1 - numerator / NULLIF(denominator, 0))) END AS spread{level}"""


def _limits(level: str) -> str:
    z = _literal(deviate(_LEVELS[level]))
    middle, below = f"2 * numerator + {z} * {z}", f"(2 * (denominator + {z} * {z}))"
    near = f"1 - 1 / NULLIF(9 * numerator, 0) - {z} / NULLIF(root, 0)"
    far = f"1 - 1 / (9 * (numerator + 1)) + {z} / NULLIF(root_above, 0)"
    return f"""
        CASE WHEN way = {WILSON}
             THEN greatest(0.0, ({middle} - spread{level}) / NULLIF({below}, 0)) * scale
             WHEN few IS NOT NULL THEN x.lower{level} * per
             WHEN way = {POISSON} THEN numerator * pow({near}, 3) * per
             WHEN prepared.value IS NOT NULL THEN prepared.lower{level} END AS lower{level},
        CASE WHEN way = {WILSON}
             THEN least(1.0, ({middle} + spread{level}) / NULLIF({below}, 0)) * scale
             WHEN few IS NOT NULL THEN x.upper{level} * per
             WHEN way = {POISSON} THEN (numerator + 1) * pow({far}, 3) * per
             WHEN prepared.value IS NOT NULL THEN prepared.upper{level} END AS upper{level}"""


def _method() -> str:
    return f"""CASE WHEN found IS NULL THEN NULL
        WHEN way = {WILSON} THEN {word("Wilson", "method_word")}
        WHEN few IS NOT NULL THEN {word("Exact", "method_word")}
        WHEN way = {POISSON} THEN {word("Byar", "method_word")}
        WHEN prepared.value + prepared.lower + prepared.upper IS NOT NULL
        THEN {word("published", "method_word")} ELSE {word("value only", "method_word")} END"""


def _literal(figure: float) -> str:
    """A number with an exponent: without one, an engine may take it for a decimal."""
    return f"{figure!r}E0"
