"""Methods that look at all rows of a set or series together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from oneplan.evidence.benchmarks.quantile import Rule, quantiles
from oneplan.evidence.benchmarks.rank import Good, ranked
from oneplan.evidence.calculations.cells import Cells, Row, figure, needed, truth, word
from oneplan.evidence.statistics.control_chart import Improvement, assurance, control_chart
from oneplan.evidence.statistics.slope_index import Quantile, slope_index
from oneplan.evidence.statistics.standardised_rate import Stratum, standardised_rate
from oneplan.evidence.statistics.trend import Path, Point, recent_trend

IMPROVEMENTS = ("increase", "decrease", "neutral")


def standardised_rate_set(rows: Sequence[Row]) -> Cells:
    """The standardised rate of a set's strata."""
    strata = [
        Stratum(figure(row, "numerator"), figure(row, "denominator"), figure(row, "weight"))
        for row in rows
    ]
    multiplier = figure(rows[0], "multiplier")
    found = standardised_rate(
        strata, figure(rows[0], "confidence"), 1.0 if multiplier is None else multiplier
    )
    return {
        "total_count": found.total_count,
        "value": found.estimate.value,
        "lower": found.estimate.lower,
        "upper": found.estimate.upper,
    }


def trend_series(rows: Sequence[Row], path: Path = "auto") -> Cells:
    """The recent trend of a series."""
    ordered = sorted(rows, key=_by_period)
    points = [
        Point(
            value=figure(row, "value"),
            count=figure(row, "count"),
            denominator=figure(row, "denominator"),
            lower=figure(row, "lower"),
            upper=figure(row, "upper"),
        )
        for row in ordered
    ]
    found = recent_trend(points, path)
    return {
        "points": found.points,
        "chi_squared": found.chi_squared,
        "slope": found.slope,
        "significant": found.significant,
        "direction": found.direction,
    }


def _by_period(row: Row) -> tuple[float, str]:
    text = (row.get("period") or "").strip()
    digits = "".join(letter for letter in text[:4] if letter.isdigit())
    try:
        return float(text), text
    except ValueError:
        return float(digits or 0), text


def slope_index_set(rows: Sequence[Row]) -> Cells:
    """The slope and relative index of a set's quantiles."""
    found = slope_index(
        [
            Quantile(
                int(needed(row, "quantile")),
                needed(row, "population"),
                needed(row, "value"),
                figure(row, "se"),
            )
            for row in rows
        ]
    )
    return {
        "sii": found.slope,
        "sii_lower": found.lower,
        "sii_upper": found.upper,
        "rii": found.relative,
    }


def rank_set(rows: Sequence[Row]) -> list[Cells]:
    """Rank and band of each row of a set."""
    polarity = word(rows[0], "polarity", ("high", "low", "-", "none"), "none")
    good = cast(Good, polarity) if polarity in ("high", "low") else None
    found = ranked([figure(row, "value") for row in rows], good)
    return [{"rank": each.rank, "band": each.band} for each in found]


def quantile_set(rows: Sequence[Row], rule: Rule = "ohid") -> list[Cells]:
    """The quantile of each row of a set."""
    count = figure(rows[0], "quantiles")
    found = quantiles(
        [figure(row, "value") for row in rows],
        10 if count is None else int(count),
        inverted=truth(rows[0], "invert", True),
        rule=rule,
    )
    return [{"quantile": each} for each in found]


def control_chart_series(rows: Sequence[Row]) -> list[Cells]:
    """Limits and judgement of each row of a series, rebased where ``rebase_group`` changes."""
    order = sorted(range(len(rows)), key=lambda place: _time(rows[place], place))
    first = rows[order[0]]
    improvement = cast(Improvement, word(first, "improvement_direction", IMPROVEMENTS, "neutral"))
    fix = figure(first, "fix_after_n")
    groups: dict[str, list[int]] = {}
    for place in order:
        groups.setdefault((rows[place].get("rebase_group") or "").strip(), []).append(place)
    cells: list[Cells] = [{} for _ in rows]
    for places in groups.values():
        points = control_chart(
            [needed(rows[place], "y") for place in places],
            improvement,
            screen_outliers=truth(first, "screen_outliers", True),
            fix_after=int(fix) if fix else None,
        )
        for place, point in zip(places, points, strict=True):
            cells[place] = {
                "mean": point.limits.mean,
                "lower_limit": point.limits.lower,
                "upper_limit": point.limits.upper,
                "special_cause": point.special_cause,
                "point_type": point.point_type,
                "assurance": assurance(point.limits, figure(rows[place], "target"), improvement),
            }
    return cells


def _time(row: Row, place: int) -> tuple[float, str]:
    try:
        return (figure(row, "t") or float(place), "")
    except ValueError:
        return (0.0, row.get("t") or "")
