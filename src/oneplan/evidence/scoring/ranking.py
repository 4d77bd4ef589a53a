"""Rank and band of every area in its set: ``benchmarks.rank``, worked out by order alone.

A value is in the first quarter by the type-7 cut point exactly where at most a quarter of the
others lie below it, since no value lies between the two that the cut point is interpolated from.
"""

from __future__ import annotations

from oneplan.evidence.scoring.columns import word
from oneplan.evidence.scoring.step import Step

_QUARTERS = ("4 * below <= out_of - 1", "2 * below <= out_of - 1", "4 * below <= 3 * (out_of - 1)")


def ranks(good: str = "d.good") -> Step:
    """Rank, number ranked and band, of areas of a level that have a value and a polarity.

    ``good`` is the expression of the good way.
    """
    window = "PARTITION BY ranked_set ORDER BY value"
    return Step(
        "ranks",
        f"""
        SELECT cell, out_of, CASE WHEN good > 0 THEN out_of - up_to + 1 ELSE below + 1 END AS place,
               {_band()} AS band
        FROM (
            SELECT cell, good, is_banded, rank() OVER ({window}) - 1 AS below,
                   count(value) OVER ({window} RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
                   AS up_to,
                   count(value) OVER ({window} ROWS BETWEEN UNBOUNDED PRECEDING
                                      AND UNBOUNDED FOLLOWING) AS out_of
            FROM (
                SELECT e.cell, e.value, {good} AS good, d.is_banded, e.set_at + r.level AS ranked_set
                FROM estimated e
                JOIN indicators d ON d.i = e.i
                JOIN areas r ON r.a = e.a
                WHERE e.value IS NOT NULL AND {good} IS NOT NULL AND r.level IS NOT NULL
            ) AS rankable
        ) AS ordered
        """,
        kept=False,
    )


def _band() -> str:
    def banded(letters: str) -> str:
        whens = " ".join(
            f"WHEN {quarter} THEN {word(letter, 'band_word')}"
            for quarter, letter in zip(_QUARTERS, letters, strict=False)
        )
        return f"CASE {whens} ELSE {word(letters[-1], 'band_word')} END"

    return f"CASE WHEN NOT is_banded THEN NULL WHEN good > 0 THEN {banded('DCBA')} ELSE {banded('ABCD')} END"


def rank_rule() -> str:
    """Why an area has its rank, or none."""
    return _rule("lait_rank", "rank_rule_word", "")


def band_rule() -> str:
    """Why an area has its band, or none; some indicators are ranked and not banded."""
    not_banded = f"WHEN NOT is_banded THEN {word('not_banded', 'band_rule_word')}"
    return _rule("lait_type_7", "band_rule_word", not_banded)


def _rule(rule: str, of: str, unless: str) -> str:
    return f"""CASE WHEN level IS NULL THEN {word("not_a_ranked_area", of)}
        WHEN good IS NULL THEN {word("no_polarity", of)}
        WHEN value IS NULL THEN {word("no_value", of)} {unless} ELSE {word(rule, of)} END"""
