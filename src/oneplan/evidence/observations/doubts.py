"""What is doubtful about observations: questions to the publisher, each with a row to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from oneplan.evidence.definitions import Definition
from oneplan.vocabulary.areas import ENGLAND, REGIONS_BEGIN
from oneplan.vocabulary.figures import number_in_words
from oneplan.vocabulary.findings import Finding, Severity, Source

_MOST_NAMED = 25


@dataclass(frozen=True, slots=True)
class _Doubt:
    rule: str
    severity: Severity
    query: str
    says: str
    fix: str


IS_A_SUM = "abs(value - total) <= 0.005 * total AND value > 1.5 * largest"
"""Of England's figure beside the total and the largest of its regions'."""

_SOUND = "observations JOIN definitions USING (indicator) WHERE status = 'ok'"

_DOUBTS = (
    _Doubt(
        "percentage-above-hundred",
        "info",
        f"SELECT indicator, arg_max(row, value), count(*), max(value) FROM {_SOUND}"
        " AND kind = 'proportion' AND unit = '%' AND value > 100 GROUP BY indicator",
        "{count} of its percentages are above 100, up to {figure}.",
        "A share of the eligible may exceed 100, where more take part than were expected.",
    ),
    _Doubt(
        "percentage-holds-counts",
        "error",
        f"SELECT indicator, arg_max(row, value), count(*), max(value) FROM {_SOUND}"
        " AND kind = 'proportion' AND unit = '%' GROUP BY indicator"
        " HAVING max(value) > 300 AND bool_and(value = round(value))",
        "its {count} values are labelled a percentage, are all whole and reach {figure}: they are"
        " counts.",
        "Do not show them with a percent sign, nor compare areas of different size.",
    ),
    _Doubt(
        "percentage-looks-like-a-fraction",
        "warning",
        f"SELECT indicator, arg_max(row, value), count(*), max(value) FROM {_SOUND}"
        " AND kind = 'proportion' AND unit = '%' GROUP BY indicator"
        " HAVING count(*) >= 4 AND max(value) <= 1 AND median(value) >= 0.25 AND min(value) >= 0"
        " AND NOT bool_and(value = round(value))",
        "all its {count} percentages are 1 or less, up to {figure}.",
        "If 0.45 stands for 45%, multiply by 100, or keep the percent format of the spreadsheet.",
    ),
    _Doubt(
        "negative-value",
        "error",
        f"SELECT indicator, arg_min(row, value), count(*), min(value) FROM {_SOUND}"
        " AND kind IN ('proportion', 'rate', 'standardised_rate', 'count') AND value < 0"
        " GROUP BY indicator",
        "{count} of its values are below nought, down to {figure}.",
        "A count, share or rate cannot be negative: look for a code that stands for a missing value.",
    ),
    _Doubt(
        "value-outside-its-interval",
        "error",
        "SELECT indicator, min(row), count(*), arg_min(value, row) FROM observations"
        " WHERE value < lower - 1e-9 * abs(lower) OR value > upper + 1e-9 * abs(upper)"
        " GROUP BY indicator",
        "{count} of its values lie outside their own limits, the first is {figure}.",
        "Compare the columns of the limits with the source.",
    ),
    _Doubt(
        "part-exceeds-whole",
        "error",
        f"SELECT indicator, min(row), count(*), arg_min(numerator, row) FROM {_SOUND}"
        " AND kind = 'proportion' AND numerator > denominator GROUP BY indicator",
        "{count} of its numerators are larger than the denominator, the first is {figure}.",
        "Compare the two columns with the source.",
    ),
    _Doubt(
        "england-is-a-sum",
        "error",
        "SELECT indicator, arg_max(row, period_start), count(*), arg_max(value, period_start)"
        " FROM england JOIN definitions USING (indicator)"
        f" WHERE relative AND {IS_A_SUM}"
        " GROUP BY indicator",
        "England's figure is the sum of its regions in {count} of its periods, last {figure};"
        " a rate or a share is not.",
        "It is left out as not available; take England's figure from another source.",
    ),
    _Doubt(
        "england-outside-its-regions",
        "warning",
        "SELECT indicator, arg_max(row, period_start), count(*), arg_max(value, period_start)"
        " FROM england JOIN definitions USING (indicator)"
        f" WHERE relative AND NOT ({IS_A_SUM})"
        " AND (value > largest + 0.5 * (largest - smallest) + 1"
        " OR value < smallest - 0.5 * (largest - smallest) - 1) GROUP BY indicator",
        "England's figure lies outside those of all its regions in {count} of its periods, last"
        " {figure}.",
        "The whole lies between its parts: compare the figures with the source.",
    ),
    _Doubt(
        "sudden-jump",
        "info",
        "WITH steps AS (SELECT *, lag(value) OVER series AS before, lead(value) OVER series AS after"
        " FROM observations WHERE status = 'ok'"
        ' WINDOW series AS (PARTITION BY indicator, area, "group" ORDER BY period_start, revision)),'
        ' usual AS (SELECT indicator, area, "group", median(abs(value - before)) AS step,'
        ' median(value) AS level FROM steps GROUP BY indicator, area, "group"'
        " HAVING count(*) >= 5 AND level >= 10)"
        " SELECT indicator, arg_max(s.row, far(s.value, u.level, u.step)), count(*),"
        " arg_max(s.value, far(s.value, u.level, u.step))"
        ' FROM steps s JOIN usual u USING (indicator, area, "group")'
        " WHERE abs(s.value - u.level) > 10 * u.step"
        " AND (s.value > 8 * greatest(coalesce(before, after), coalesce(after, before))"
        " OR 8 * s.value < least(coalesce(before, after), coalesce(after, before)))"
        " GROUP BY indicator",
        "{count} of its values are more than eight times those before and after, or less than an"
        " eighth of them, in series that do not vary so; the farthest is {figure}.",
        "Look whether a digit slipped, or nought stands for a missing value.",
    ),
)
"""Every query gives an indicator, the row to look at, how many there are, and the figure there."""

ENGLAND_AND_ITS_REGIONS = f"""
    CREATE TEMP VIEW england AS
    SELECT e.indicator, e.period_start, e.row, e.value, r.total, r.largest, r.smallest
    FROM observations e
    JOIN (
        SELECT indicator, period, "group", revision, sum(value) AS total,
               max(value) AS largest, min(value) AS smallest
        FROM observations
        WHERE starts_with(area, '{REGIONS_BEGIN}') AND status = 'ok'
        GROUP BY indicator, period, "group", revision
        HAVING count(*) = 9
    ) r USING (indicator, period, "group", revision)
    WHERE e.area = '{ENGLAND}' AND e.status = 'ok' AND r.total > 0
"""

_FAR = "CREATE TEMP MACRO far(value, level, step) AS abs(value - level) / (step + 0.01 * level)"


def doubts_about(
    observations: pa.Table, definitions: Sequence[Definition], file: str
) -> list[Finding]:
    """The findings, at most so many of a rule, with one more that counts those left out."""
    with duckdb.connect() as connection:
        connection.register("observations", observations)
        connection.register("definitions", as_table(definitions))
        connection.execute(ENGLAND_AND_ITS_REGIONS)
        connection.execute(_FAR)
        findings: list[Finding] = []
        names = {definition.code: definition.name for definition in definitions}
        for doubt in _DOUBTS:
            found = connection.execute(f"{doubt.query} ORDER BY 3 DESC, 1").fetchall()
            findings.extend(_told(doubt, found, names, file))
    return findings


def _told(
    doubt: _Doubt, found: list[tuple[str, int, int, float]], names: dict[str, str], file: str
) -> Iterable[Finding]:
    for indicator, row, count, figure in found[:_MOST_NAMED]:
        says = doubt.says.format(count=f"{count:,}", figure=number_in_words(figure))
        yield Finding(
            rule=doubt.rule,
            severity=doubt.severity,
            message=f"“{names.get(indicator, indicator)}”: {says}",
            where=indicator,
            quotes=(number_in_words(figure),),
            fix=doubt.fix,
            source=Source(file=file, row=row),
        )
    left = found[_MOST_NAMED:]
    if left:
        yield Finding(
            rule=doubt.rule,
            severity=doubt.severity,
            message=f"The same holds of {len(left)} more indicators, from {left[0][0]} to {left[-1][0]}.",
            fix=doubt.fix,
            source=Source(file=file),
        )


def as_table(definitions: Sequence[Definition]) -> pa.Table:
    """What the queries ask of definitions."""
    return pa.table(
        {
            "indicator": pa.array([item.code for item in definitions], pa.string()),
            "kind": pa.array([item.kind for item in definitions], pa.string()),
            "unit": pa.array([item.unit for item in definitions], pa.string()),
            "relative": pa.array([item.is_relative for item in definitions], pa.bool_()),
        }
    )
