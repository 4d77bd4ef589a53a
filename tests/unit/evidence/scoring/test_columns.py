from __future__ import annotations

from pathlib import Path

import pytest

from oneplan.evidence.scoring.asked import CannotScore, parts_named
from oneplan.evidence.scoring.columns import PARTS, WORDS, result_columns, word

PAGE = Path(__file__).parents[4] / "docs/reference/results.md"


def test_the_reference_page_names_every_column_and_every_word() -> None:
    page = PAGE.read_text(encoding="utf-8")
    words = {text for listed in WORDS.values() for text in listed} - {"A", "B", "C", "D"}
    names = {*result_columns(tuple(PARTS)), *PARTS, *words}
    assert sorted(name for name in names if f"`{name}`" not in page) == []


def test_parts_keep_their_order_and_the_interval_is_always_there() -> None:
    assert parts_named(["trend", "england"]) == ("interval", "england", "trend")
    assert parts_named([]) == tuple(PARTS)
    with pytest.raises(CannotScore, match="no part 'luck'"):
        parts_named(["luck"])


def test_limits_stand_before_their_method() -> None:
    assert result_columns(("interval", "interval_998"))[5:] == (
        "value",
        "lower",
        "upper",
        "lower_998",
        "upper_998",
        "method",
    )


def test_a_word_that_no_column_holds_is_a_fault() -> None:
    with pytest.raises(KeyError):
        word("excellent", "comparison_word")
