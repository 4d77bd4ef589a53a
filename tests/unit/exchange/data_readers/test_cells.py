from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.exchange.data_readers.cells import looks_like_cells, read_cells


@pytest.mark.parametrize(
    ("symbol", "status"),
    [
        ("z", "not_applicable"),
        (".", "not_applicable"),
        ("x", "not_available"),
        (":", "not_available"),
        ("-", "not_available"),
        ("u", "not_available"),
        ("", "not_available"),
        ("c", "suppressed"),
        ("[c]", "suppressed"),
        ("*", "suppressed"),
        ("low", "low"),
        ("k", "low"),
        ("~", "low"),
        ("<5", "suppressed"),
        ("fewer than 10", "suppressed"),
        ("1-4", "suppressed"),
        ("#N/A", "not_available"),
        ("Not recorded", "not_available"),
    ],
)
def test_a_symbol_is_a_status_and_never_a_number(symbol: str, status: str) -> None:
    cells = read_cells(pa.array([symbol]))
    assert cells.value.to_pylist() == [None]
    assert cells.status.to_pylist() == [status]
    assert cells.symbol.to_pylist() == [symbol]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        (" 7.5 ", 7.5),
        ("-3", -3.0),
        ("−3", -3.0),
        ("1,234,567", 1_234_567.0),
        ("45%", 45.0),
        ("£1,200.50", 1200.5),
        ("45.6 %", 45.6),
        (".5%", 0.5),
        ("12 345", 12345.0),
        ("(250)", -250.0),
        ("12.5 [r]", 12.5),
        ("1,024 [note 3]", 1024.0),
        ("7.0000000000000007E-2", 0.07),
        ("32.770000000000003", 32.77),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, value: float) -> None:
    assert read_cells(pa.array([text])).value.to_pylist() == [value]


@pytest.mark.parametrize("text", ["abc", "12 or 13", "1e999", "inf", "1,2,3", "--5"])
def test_what_is_neither_is_unread(text: str) -> None:
    cells = read_cells(pa.array([text]))
    assert cells.unread.to_pylist() == [True]
    assert cells.value.to_pylist() == [None]


def test_a_column_of_words_holds_no_values_and_one_of_symbols_does() -> None:
    assert not looks_like_cells(pa.array(["Boys", "Girls", "x"]))
    assert looks_like_cells(pa.array(["x", "z", "c"]))
    assert looks_like_cells(pa.array(["12", "c", "a slip of the pen"]))


@given(st.lists(st.text(max_size=12), max_size=20))
def test_every_cell_is_a_value_a_status_or_unread(texts: list[str]) -> None:
    cells = read_cells(pa.array(texts, pa.string()))
    for value, status, unread in zip(
        cells.value.to_pylist(), cells.status.to_pylist(), cells.unread.to_pylist(), strict=True
    ):
        assert unread == (status is None)
        assert (status == "ok") == (value is not None)


def test_words_for_a_small_count_do_not_make_values_of_a_column_of_ages() -> None:
    assert not looks_like_cells(pa.array(["Under 18", "Under 18", "1 to 4"]))
    assert looks_like_cells(pa.array(["<5", "12", "<5", "c"]))
