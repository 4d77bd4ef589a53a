"""Comparison with England, the region and the neighbours: ``benchmarks.compare`` over sets."""

from __future__ import annotations

from oneplan.evidence.scoring.columns import word
from oneplan.evidence.scoring.step import Step

_RULE, _WORD = "comparison_rule", "comparison_word"


def england() -> Step:
    """England's value in every set that has one."""
    return Step(
        "england",
        "SELECT e.set_at, e.value FROM estimated e JOIN areas r ON r.a = e.a"
        " WHERE r.is_england AND e.value IS NOT NULL",
    )


def regions() -> Step:
    """The value of each region in every set that has it."""
    return Step(
        "regions",
        "SELECT e.cell, e.value FROM estimated e JOIN areas r ON r.a = e.a"
        " WHERE r.is_region AND e.value IS NOT NULL",
    )


def neighbour_means() -> Step:
    """The plain mean of an area's neighbours that have a value, with how many they are.

    Its limits, where all of them have limits, are those of a mean of independent estimates.
    """
    return Step(
        "neighbour_means",
        """
        SELECT cell, value, many,
               CASE WHEN limited = many THEN value - sqrt(squares) / many END AS lower,
               CASE WHEN limited = many THEN value + sqrt(squares) / many END AS upper
        FROM (
            SELECT cell, sum(value) / count(value) AS value, count(value) AS many,
                   count(half) AS limited, sum(half * half) AS squares
            FROM (
                SELECT e.set_at + n.a AS cell, e.value, (e.upper - e.lower) / 2 AS half
                FROM estimated e JOIN neighbours n ON n.neighbour = e.a
                WHERE e.value IS NOT NULL
            ) AS values_of_neighbours
            GROUP BY cell
        ) AS summed
        """,
        kept=False,
    )


def england_rule() -> str:
    """The rule of the comparison with England, or why there is none."""
    return _rule("is_england", "england_value IS NULL", "single_95")


def region_rule() -> str:
    """The rule of the comparison with the region, or why there is none."""
    return _rule("is_region", "region_value IS NULL", "single_95", no_area=("region", "no_region"))


def neighbours_rule() -> str:
    """The rule of the comparison with the neighbours, or why there is none."""
    return _rule(
        "FALSE",
        "neighbours_value IS NULL",
        "double_95",
        no_area=("neighbours_model", "no_neighbours"),
        without_interval="neighbours_lower IS NULL",
    )


def _rule(
    itself: str,
    no_benchmark: str,
    rule: str,
    no_area: tuple[str, str] | None = None,
    without_interval: str | None = None,
) -> str:
    cases = [(itself, "itself"), ("is_count", "not_for_counts"), ("value IS NULL", "no_value")]
    if no_area:
        cases.append((f"{no_area[0]} IS NULL", no_area[1]))
    cases += [(no_benchmark, "no_benchmark"), ("lower IS NULL OR upper IS NULL", "no_interval")]
    if without_interval:
        cases.append((without_interval, "benchmark_without_interval"))
    whens = " ".join(f"WHEN {case} THEN {word(text, _RULE)}" for case, text in cases)
    return f"CASE {whens} ELSE {word(rule, _RULE)} END"


def comparison(rule: str, lower: str, upper: str) -> str:
    """The word for a value whose limits lie above, below or across a benchmark's own limits."""
    tested = f"{rule} IN ({word('single_95', _RULE)}, {word('double_95', _RULE)})"
    return f"""CASE WHEN NOT ({tested}) THEN {word("not_tested", _WORD)}
        WHEN lower > {upper} THEN {_side("better", "worse", "higher")}
        WHEN upper < {lower} THEN {_side("worse", "better", "lower")}
        ELSE {word("similar", _WORD)} END"""


def _side(high_is_good: str, low_is_good: str, nobody_judges: str) -> str:
    return f"""CASE WHEN good > 0 THEN {word(high_is_good, _WORD)}
        WHEN good < 0 THEN {word(low_is_good, _WORD)} ELSE {word(nobody_judges, _WORD)} END"""


def gap(benchmark: str, itself: str = "FALSE") -> str:
    """How far a value lies above its benchmark; nothing for counts, which grow with the area."""
    return f"CASE WHEN NOT is_count AND NOT ({itself}) THEN value - {benchmark} END"
