from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.scoring.areas import OTHER, UPPER_TIER, ranked_among
from oneplan.evidence.scoring.chunks import chunks_of

ROWS = st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(1, 9), max_size=30)


@given(ROWS, st.integers(1, 30))
def test_every_indicator_is_in_one_chunk_in_its_order(rows: dict[str, int], most: int) -> None:
    chunks = chunks_of(rows, most)
    assert [code for chunk in chunks for code in chunk] == sorted(rows)
    assert all(len(chunk) == 1 or sum(map(rows.__getitem__, chunk)) <= most for chunk in chunks)


@given(ROWS, st.integers(1, 30))
def test_a_second_plan_is_the_first(rows: dict[str, int], most: int) -> None:
    chunks = chunks_of(rows, most)
    assert chunks_of(rows, most, chunks) == chunks


def test_a_new_indicator_joins_those_that_it_stands_among() -> None:
    before = chunks_of({"a": 5, "b": 5, "d": 5, "e": 5}, 10)
    assert before == [["a", "b"], ["d", "e"]]
    rows = {"a": 5, "b": 5, "c": 3, "d": 5, "e": 5}
    assert chunks_of(rows, 10, before) == [["a", "b", "c"], ["d", "e"]]


def test_areas_are_ranked_with_their_like() -> None:
    assert ranked_among("E10000034") == ranked_among("E06000019") == UPPER_TIER
    assert ranked_among("E07000237") == "district E07"
    assert ranked_among("E92000001") is ranked_among("E12000005") is None
    assert ranked_among("Our ward 3") == OTHER


def test_chunks_are_cut_evenly_the_first_time() -> None:
    assert chunks_of({"a": 2, "b": 2, "c": 2, "d": 2, "e": 2, "f": 2}, 10) == [
        ["a", "b", "c"],
        ["d", "e", "f"],
    ]
