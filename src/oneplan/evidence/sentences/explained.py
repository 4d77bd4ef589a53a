"""A row of scored results explained: a sentence for each of its judgements."""

from __future__ import annotations

from calendar import month_name

from oneplan.evidence.sentences.comparing import Compared, comparison_sentence
from oneplan.evidence.sentences.ranking import band_sentence, rank_sentence
from oneplan.evidence.sentences.subject import Subject
from oneplan.evidence.sentences.trending import trend_sentence
from oneplan.evidence.targets.facts import Comparison
from oneplan.evidence.targets.scored import (
    COMPARATORS,
    Row,
    band_of,
    benchmark_of,
    number,
    status_of_row,
    whole,
)


def explained(subject: Subject, row: Row, region: str | None = None) -> dict[str, str]:
    """A sentence by the part of results that it explains: england, region, neighbours, rank, trend.

    ``region`` is the name of the area's region. Parts that were not asked for have no sentence.
    """
    period = str(row["period"])
    found = {}
    for comparator, part in COMPARATORS.items():
        benchmark = benchmark_of(row, comparator)
        if benchmark is None:
            continue
        compared = Compared(
            period,
            number(row, "value"),
            _named(comparator, row, region),
            benchmark.value,
            _judged(subject, benchmark.comparison),
            str(row.get(f"{part}_rule") or ""),
            status_of_row(row),
        )
        found[part] = comparison_sentence(subject, compared)
    if "rank" in row:
        rank, out_of, rule = (
            whole(row, "rank"),
            whole(row, "out_of"),
            str(row.get("rank_rule") or ""),
        )
        found["rank"] = rank_sentence(subject, period, rank, out_of, band_of(row), rule)
    elif "band" in row:
        rule = str(row.get("band_rule") or "")
        found["band"] = band_sentence(subject, period, band_of(row), rule)
    if "trend" in row:
        trend = row["trend"]
        rule = str(row.get("trend_rule") or "")
        found["trend"] = trend_sentence(
            subject, period, trend if isinstance(trend, str) else None, rule
        )
    return found


def _judged(subject: Subject, comparison: Comparison) -> Comparison:
    """Higher or lower as better or worse, where the definition of the group says which way is good."""
    polarity = subject.definition.polarity
    if comparison not in ("higher", "lower") or polarity not in ("high", "low"):
        return comparison
    return "better" if (comparison == "higher") == (polarity == "high") else "worse"


def _named(comparator: str, row: Row, region: str | None) -> str:
    if comparator == "region" and region:
        return region
    as_of, many = row.get("neighbours_as_of"), whole(row, "neighbours_count")
    if comparator != "statistical_neighbours" or not isinstance(as_of, str) or not as_of:
        return comparator
    neighbours = f"its {many} neighbours with figures" if many else "its neighbours"
    return f"the average of {neighbours} by the model of {_dated(as_of)}"


def _dated(as_of: str) -> str:
    """ "2025-05" as "May 2025"; anything else as it stands."""
    year, _, month = as_of.partition("-")
    if month.isdecimal() and 1 <= int(month) <= 12:
        return f"{month_name[int(month)]} {year}"
    return as_of
