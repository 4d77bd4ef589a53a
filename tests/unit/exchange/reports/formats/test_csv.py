"""What a spreadsheet opens is what was written: texts stay texts."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.exchange.reports.formats.csv import BYTE_ORDER_MARK, csv_lines, neutral


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "-", "=", "-1 each", " =1", "\u00a0@SUM(A1)", "\ufeff=1", "\u202e=1", " \u200b +1+1"],
)  # fmt: skip
def test_what_a_spreadsheet_would_calculate_becomes_text(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-5", "+3.2%", "-1,250", "a=b", "", "1-2", "'=1", "Bench", " -5 ", " a"]
)
def test_plain_numbers_and_texts_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), max_size=5)
)
def test_rows_are_read_back_as_they_were_written(rows: list[list[str]]) -> None:
    written = "".join(csv_lines(rows)).removeprefix(BYTE_ORDER_MARK)
    read = list(csv.reader(StringIO(written, newline="")))
    assert read == [[neutral(cell) for cell in row] for row in rows]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    lines = list(csv_lines([["sum", "change"], [12, -3.5], [None, "-3.5 points"]]))
    assert lines == ["\ufeffsum,change\r\n", "12,-3.5\r\n", ",'-3.5 points\r\n"]
