"""The columns of results and the words that may stand in them."""

from __future__ import annotations

from collections.abc import Sequence

from oneplan.evidence.observations.schema import STATUSES

KEYS = ("indicator", "area", "period", "group")

INTERVAL, INTERVAL_998 = "interval", "interval_998"
ENGLAND, REGION, NEIGHBOURS = "england", "region", "neighbours"
RANK, BAND, TREND = "rank", "band", "trend"

PARTS: dict[str, tuple[str, ...]] = {
    INTERVAL: ("value", "lower", "upper", "method"),
    INTERVAL_998: ("lower_998", "upper_998"),
    ENGLAND: ("england_value", "england_comparison", "england_gap", "england_rule"),
    REGION: ("region", "region_value", "region_comparison", "region_gap", "region_rule"),
    NEIGHBOURS: (
        "neighbours_value",
        "neighbours_lower",
        "neighbours_upper",
        "neighbours_count",
        "neighbours_comparison",
        "neighbours_gap",
        "neighbours_rule",
        "neighbours_model",
        "neighbours_as_of",
    ),
    RANK: ("rank", "out_of", "ranked_among", "rank_rule"),
    BAND: ("band", "band_rule"),
    TREND: ("trend", "trend_significant", "trend_rule"),
}
"""What may be asked for, with its columns; the interval at 95% is always there."""

WORDS: dict[str, tuple[str, ...]] = {
    "status_word": STATUSES,
    "method_word": ("Wilson", "Exact", "Byar", "published", "value only"),
    "comparison_word": ("better", "similar", "worse", "higher", "lower", "not_tested"),
    "comparison_rule": (
        "single_95",
        "double_95",
        "itself",
        "not_for_counts",
        "no_value",
        "no_region",
        "no_neighbours",
        "no_benchmark",
        "no_interval",
        "benchmark_without_interval",
    ),
    "rank_rule_word": ("lait_rank", "not_a_ranked_area", "no_polarity", "no_value"),
    "band_word": ("A", "B", "C", "D"),
    "band_rule_word": (
        "lait_type_7",
        "not_banded",
        "not_a_ranked_area",
        "no_polarity",
        "no_value",
    ),
    "trend_word": ("increasing", "decreasing", "no_significant_change"),
    "trend_rule_word": (
        "fingertips_counts",
        "fingertips_intervals",
        "kind_not_tested",
        "not_a_single_year",
        "no_value",
        "fewer_than_five_years",
        "break_in_series",
        "none_or_all",
        "no_interval",
    ),
}
"""The types of words: an engine may keep them as numbers, and each column holds one of them."""


def word(text: str, of: str) -> str:
    """A word in SQL, of the type that its column has."""
    if text not in WORDS[of]:
        raise KeyError(f"{text!r} is no {of}")
    return f"CAST('{text}' AS {of})"


def result_columns(parts: Sequence[str]) -> tuple[str, ...]:
    """The columns of results that hold these parts, in their order."""
    wanted = [name for part, names in PARTS.items() if part in parts for name in names]
    if INTERVAL_998 in parts:
        wanted.remove("method")
        wanted.insert(wanted.index("upper_998") + 1, "method")
    return (*KEYS, "status", *wanted)
