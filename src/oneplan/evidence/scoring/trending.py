"""The recent trend that ends at every observation: ``statistics.trend`` over five years in a row."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from oneplan.evidence.scoring.columns import word
from oneplan.evidence.scoring.step import Step
from oneplan.evidence.statistics.trend import CRITICAL, NOUGHT, POINTS, WIDTH_IN_ERRORS

_TIMES = range(1, POINTS + 1)
_PAIRS = tuple(combinations(_TIMES, 2))
_BELOW_ALL = "-4096E0"
"""The log odds of a count of nought have no bound: so far below all others, signs are the limit's.
No further, or adding them up would lose the digits of the others."""
_WORD, _RULE = "trend_word", "trend_rule_word"


def trends() -> tuple[Step, ...]:
    """The steps to trend and rule of every observation that ends five years in a row.

    A series is tested on counts where all its values have them, as ``recent_trend`` does it.
    """
    return (
        Step("trend_points", _points(), kept=False),
        Step(
            "trend_series",
            "SELECT series, count(events) = count(value) AS by_counts"
            " FROM trend_points GROUP BY series",
        ),
        Step(
            "trends",
            f"{_judged(_by_counts(), NOUGHT)} UNION ALL {_judged(_by_intervals(), 0.0)}",
            kept=False,
        ),
    )


def trend_rule() -> str:
    """The rule of a trend, or why there is none."""
    return f"""CASE WHEN NOT is_trended THEN {word("kind_not_tested", _RULE)}
        WHEN moment IS NULL THEN {word("not_a_single_year", _RULE)}
        WHEN value IS NULL THEN {word("no_value", _RULE)}
        ELSE COALESCE(found_rule, {word("fewer_than_five_years", _RULE)}) END"""


def _points() -> str:
    """Observations with a value in a single year; half a year's shift is another series."""
    return """
        SELECT e.cell, e.moment, e.value, e.events, e.people, e.lower, e.upper,
               b.moment AS crossed, e.series_at + (e.moment % 12) * d.area_count AS series
        FROM estimated e
        JOIN indicators d ON d.i = e.i
        LEFT JOIN breaks b ON b.i = e.i AND b.moment = e.moment
        WHERE e.value IS NOT NULL AND e.moment IS NOT NULL AND d.is_trended"""


def _five(of: str, by_counts: bool, *names: str) -> str:
    """Rows with the figures of five years in a row, the last one's own at the end."""
    window = "PARTITION BY series ORDER BY moment"
    lagged = [
        f"lag({name}, {POINTS - time}) OVER ({window}) AS {name}_{time}"
        for name in (*names, "moment")
        for time in _TIMES[:-1]
    ]
    own = [f"{name} AS {name}_{POINTS}" for name in names]
    in_a_row = " AND ".join(
        f"moment - moment_{time} = {12 * (POINTS - time)}" for time in _TIMES[:-1]
    )
    return f"""
        SELECT * FROM (
            SELECT cell, crossed, moment, {", ".join([*lagged, *own])}
            FROM (SELECT p.cell, p.moment, p.series, p.crossed, {of}
                  FROM trend_points p JOIN trend_series s ON s.series = p.series
                  WHERE {"" if by_counts else "NOT "}s.by_counts) AS chosen
        ) AS lagged WHERE {in_a_row}"""


def _by_counts() -> str:
    """The chi-squared test for trend in proportions, with slopes of the log odds."""
    logits = ", ".join(
        f"CASE WHEN events_{t} = 0 THEN {_BELOW_ALL} WHEN events_{t} < people_{t}"
        f" THEN ln(events_{t} / NULLIF(people_{t} - events_{t}, 0)) END AS y{t}"
        for t in _TIMES
    )
    slopes = ", ".join(f"{j - i} * (y{j} - y{i}) AS q{i}{j}" for i, j in _PAIRS)
    partly = " AND ".join(f"y{t} IS NOT NULL" for t in _TIMES)
    some = _sum(f"events_{t}" for t in _TIMES)
    rule = f"""CASE WHEN crossed IS NOT NULL THEN {word("break_in_series", _RULE)}
        WHEN {some} > 0 AND {partly} THEN {word("fingertips_counts", _RULE)}
        ELSE {word("none_or_all", _RULE)} END"""
    return f"""
        SELECT cell, {rule} AS rule, {_chi_squared_of_counts()} AS chi_squared, {slopes}
        FROM (SELECT *, {logits} FROM ({_five("p.events, p.people", True, "events", "people")})
                     AS five) AS figured"""


def _chi_squared_of_counts() -> str:
    events, people = (_sum(f"{name}_{t}" for t in _TIMES) for name in ("events", "people"))
    by_events = _sum(f"events_{t} * {t}" for t in _TIMES)
    by_people = _sum(f"people_{t} * {t}" for t in _TIMES)
    squares = _sum(f"people_{t} * {t * t}" for t in _TIMES)
    gap = f"({people} * {by_events} - {events} * {by_people})"
    below = (
        f"({events} * ({people} - {events}) * ({people} * {squares} - {by_people} * {by_people}))"
    )
    return f"{people} * ({gap} * {gap}) / NULLIF({below}, 0)"


def _by_intervals() -> str:
    """Weighted least squares with known variances; a slope is the sum of its pairs of points."""
    width = f"{WIDTH_IN_ERRORS} / NULLIF(p.upper - p.lower, 0)"
    of = f"p.value AS y, CASE WHEN p.upper > p.lower THEN ({width}) * ({width}) END AS w"
    shares = ", ".join(f"w_{i} * w_{j} * {j - i} AS s{i}{j}" for i, j in _PAIRS)
    slopes = ", ".join(f"s{i}{j} * (y_{j} - y_{i}) AS q{i}{j}" for i, j in _PAIRS)
    slope = _sum(f"s{i}{j} * (y_{j} - y_{i})" for i, j in _PAIRS)
    spread = _sum(f"s{i}{j} * {j - i}" for i, j in _PAIRS)
    ratio = f"({slope} / NULLIF({spread}, 0))"
    weights = _sum(f"w_{t}" for t in _TIMES)
    rule = f"""CASE WHEN crossed IS NOT NULL THEN {word("break_in_series", _RULE)}
        WHEN {" AND ".join(f"w_{t} IS NOT NULL" for t in _TIMES)}
        THEN {word("fingertips_intervals", _RULE)} ELSE {word("no_interval", _RULE)} END"""
    return f"""
        SELECT cell, {rule} AS rule,
               {ratio} * {ratio} * ({spread} / NULLIF({weights}, 0)) AS chi_squared, {slopes}
        FROM (SELECT *, {shares} FROM ({_five(of, False, "y", "w")}) AS five) AS weighted"""


def _judged(tested: str, nought: float) -> str:
    """A trend that is significant and keeps its sign without any one of its points."""
    rules = ("fingertips_counts", "fingertips_intervals")
    is_tested = f"rule IN ({', '.join(word(rule, _RULE) for rule in rules)})"
    slopes = [_sum(f"q{i}{j}" for i, j in _PAIRS)]
    slopes += [_sum(f"q{i}{j}" for i, j in _PAIRS if out not in (i, j)) for out in _TIMES]
    return f"""
        SELECT cell, rule AS found_rule,
               CASE WHEN NOT ({is_tested}) THEN NULL
                    WHEN chi_squared > {CRITICAL!r} AND least({", ".join(slopes)}) > {nought!r}
                    THEN {word("increasing", _WORD)}
                    WHEN chi_squared > {CRITICAL!r} AND greatest({", ".join(slopes)}) < -{nought!r}
                    THEN {word("decreasing", _WORD)}
                    ELSE {word("no_significant_change", _WORD)} END AS trend
        FROM ({tested}) AS tested"""


def _sum(terms: Iterable[str]) -> str:
    return f"({' + '.join(terms)})"
