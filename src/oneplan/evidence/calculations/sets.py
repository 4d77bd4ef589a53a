"""Methods that look at all rows of a set or series together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from oneplan.evidence.benchmarks.quantile import Rule, quantiles
from oneplan.evidence.benchmarks.rank import Good, ranked
from oneplan.evidence.calculations.cells import (
    Cells,
    Row,
    figure,
    multiplier_of,
    needed,
    said_of_all,
    truth,
    whole,
    word,
)
from oneplan.evidence.calculations.times import in_order
from oneplan.evidence.statistics.control_chart import Improvement, assurance, control_chart
from oneplan.evidence.statistics.slope_index import Quantile, slope_index
from oneplan.evidence.statistics.standardised_rate import Stratum, standardised_rate
from oneplan.evidence.statistics.trend import Path, Point, recent_trend

IMPROVEMENTS = ("increase", "decrease", "neutral")
GOOD: dict[str, Good] = {
    "high": "high",
    "high_is_good": "high",
    "low": "low",
    "low_is_good": "low",
}
POLARITIES = (*GOOD, "-", "none", "no_judgement", "not_applicable")


def standardised_rate_set(rows: Sequence[Row]) -> Cells:
    """The standardised rate of a set's strata."""
    strata = [
        Stratum(figure(row, "numerator"), figure(row, "denominator"), figure(row, "weight"))
        for row in rows
    ]
    said = said_of_all(rows, "confidence", "multiplier")
    found = standardised_rate(strata, figure(said, "confidence"), multiplier_of(said))
    return {
        "total_count": found.total_count,
        "value": found.estimate.value,
        "lower": found.estimate.lower,
        "upper": found.estimate.upper,
    }


def trend_series(rows: Sequence[Row], path: Path = "auto") -> Cells:
    """The recent trend of a series."""
    ordered = [rows[place] for place in in_order(rows, "period")]
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


def slope_index_set(rows: Sequence[Row]) -> Cells:
    """The slope and relative index of a set's quantiles."""
    found = slope_index(
        [
            Quantile(
                whole(row, "quantile", 1) or 0,
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
    polarity = word(said_of_all(rows, "polarity"), "polarity", POLARITIES, "none")
    good = GOOD.get(polarity)
    found = ranked([figure(row, "value") for row in rows], good)
    return [{"rank": each.rank, "band": each.band} for each in found]


def quantile_set(rows: Sequence[Row], rule: Rule = "ohid") -> list[Cells]:
    """The quantile of each row of a set."""
    said = said_of_all(rows, "quantiles", "invert")
    count = whole(said, "quantiles", 2)
    found = quantiles(
        [figure(row, "value") for row in rows],
        count or 10,
        inverted=truth(said, "invert", True),
        rule=rule,
    )
    return [{"quantile": each} for each in found]


def control_chart_series(rows: Sequence[Row]) -> list[Cells]:
    """Limits and judgement of each row of a series, rebased where ``rebase_group`` changes."""
    order = in_order(rows, "t")
    said = said_of_all(rows, "improvement_direction", "fix_after_n", "screen_outliers")
    improvement = cast(Improvement, word(said, "improvement_direction", IMPROVEMENTS, "neutral"))
    fix = whole(said, "fix_after_n", 1)
    groups: dict[str, list[int]] = {}
    for place in order:
        groups.setdefault((rows[place].get("rebase_group") or "").strip(), []).append(place)
    cells: list[Cells] = [{} for _ in rows]
    for places in groups.values():
        points = control_chart(
            [figure(rows[place], "y") for place in places],
            improvement,
            screen_outliers=truth(said, "screen_outliers", True),
            fix_after=fix,
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
