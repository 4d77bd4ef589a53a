"""The whole computation in its order: from observations to results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oneplan.evidence.scoring.borrowing import lent
from oneplan.evidence.scoring.columns import (
    BAND,
    ENGLAND,
    INTERVAL_998,
    NEIGHBOURS,
    RANK,
    REGION,
    TREND,
    result_columns,
    word,
)
from oneplan.evidence.scoring.comparing import (
    comparison,
    england,
    england_rule,
    gap,
    neighbour_means,
    neighbours_rule,
    region_rule,
    regions,
)
from oneplan.evidence.scoring.estimating import coded, estimated, latest
from oneplan.evidence.scoring.ranking import band_rule, rank_rule, ranks
from oneplan.evidence.scoring.step import Step
from oneplan.evidence.scoring.trending import trend_rule, trends

RESULTS = "results"


def computation(
    parts: Sequence[str], contested: bool, borrows: bool, in_order: bool, good: str = "d.good"
) -> tuple[Step, ...]:
    """The steps from ``observations`` to ``results`` with the parts that are asked for.

    ``contested`` where several observations may speak of one cell: the newest is taken;
    ``borrows`` where counts are indicators of their own; ``in_order`` where observations come by
    indicator, group, period and area, or nearly so; ``good`` is the expression of the good way.
    """
    first = [coded(kept=borrows and not contested)]
    if contested:
        first.append(latest())
    if borrows:
        first.append(lent(first[-1].name))
    levels = ("", "_998") if INTERVAL_998 in parts else ("",)
    steps = [*first, estimated(first[-1].name, levels, in_order)]
    if ENGLAND in parts:
        steps.append(england())
    if REGION in parts:
        steps.append(regions())
    if NEIGHBOURS in parts:
        steps.append(neighbour_means())
    if RANK in parts or BAND in parts:
        steps.append(ranks(good))
    if TREND in parts:
        steps.extend(trends())
    return (*steps, _results(parts, good))


def _results(parts: Sequence[str], good: str) -> Step:
    columns = ", ".join(
        '"group"' if name == "group" else f'"{name}"' for name in result_columns(parts)
    )
    judged = ", ".join(["*", *_judgements(parts)])
    ruled = ", ".join(["*", *_rules(parts)])
    return Step(
        RESULTS,
        f"""
        SELECT {columns}
        FROM (SELECT {judged} FROM (SELECT {ruled} FROM ({_gathered(parts, good)}) AS gathered) AS ruled)
             AS judged
        ORDER BY cell
        """,
        kept=False,
    )


def _rules(parts: Sequence[str]) -> Iterator[str]:
    if ENGLAND in parts:
        yield f"{england_rule()} AS england_rule"
    if REGION in parts:
        yield f"{region_rule()} AS region_rule"
    if NEIGHBOURS in parts:
        yield f"{neighbours_rule()} AS neighbours_rule"
    if RANK in parts:
        yield f"{rank_rule()} AS rank_rule"
    if BAND in parts:
        yield f"{band_rule()} AS band_rule"
    if TREND in parts:
        yield f"{trend_rule()} AS trend_rule"


def _judgements(parts: Sequence[str]) -> Iterator[str]:
    if ENGLAND in parts:
        said = comparison("england_rule", "england_value", "england_value")
        yield f"{said} AS england_comparison"
        yield f"{gap('england_value', 'is_england')} AS england_gap"
    if REGION in parts:
        said = comparison("region_rule", "region_value", "region_value")
        yield f"{said} AS region_comparison"
        yield f"{gap('region_value')} AS region_gap"
    if NEIGHBOURS in parts:
        said = comparison("neighbours_rule", "neighbours_lower", "neighbours_upper")
        yield f"{said} AS neighbours_comparison"
        yield f"{gap('neighbours_value')} AS neighbours_gap"
    if TREND in parts:
        yield (
            "CASE WHEN trend IS NOT NULL"
            f" THEN trend <> {word('no_significant_change', 'trend_word')} END AS trend_significant"
        )


def _gathered(parts: Sequence[str], good: str) -> str:
    """Every observation with what the benchmarks, the ranks and the trends say of it."""
    columns = ["e.*", "d.indicator", "r.area", "l.period", 'h.member AS "group"']
    columns += [
        f"{good} AS good",
        "d.is_count",
        "d.is_trended",
        "d.is_banded",
        "r.is_england",
        "r.is_region",
        "r.level",
    ]
    joins = [
        "JOIN indicators d ON d.i = e.i",
        "JOIN areas r ON r.a = e.a",
        "JOIN labels l ON l.p = e.p",
        "JOIN groups h ON h.g = e.g",
    ]
    for part, found, join in _FOUND:
        if part in parts and join not in joins:
            columns.extend(found)
            joins.append(join)
    return f"SELECT {', '.join(columns)} FROM estimated e {' '.join(joins)}"


_RANKED = (
    (
        "CAST(k.place AS INTEGER) AS rank",
        "CAST(k.out_of AS INTEGER) AS out_of",
        "k.band",
        "r.ranked_among",
    ),
    "LEFT JOIN ranks k ON k.cell = e.cell",
)
_FOUND = (
    (ENGLAND, ("n.value AS england_value",), "LEFT JOIN england n ON n.set_at = e.set_at"),
    (
        REGION,
        ("r.region", "q.value AS region_value"),
        "LEFT JOIN regions q ON q.cell = e.set_at + r.region_a",
    ),
    (
        NEIGHBOURS,
        (
            "m.value AS neighbours_value",
            "m.lower AS neighbours_lower",
            "m.upper AS neighbours_upper",
            "CAST(m.many AS INTEGER) AS neighbours_count",
            "r.neighbours_model",
            "r.neighbours_as_of",
        ),
        "LEFT JOIN neighbour_means m ON m.cell = e.cell",
    ),
    (RANK, *_RANKED),
    (BAND, *_RANKED),
    (
        TREND,
        ("t.trend", "t.found_rule"),
        "LEFT JOIN trends t ON t.cell = e.cell",
    ),
)
