from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.exchange.data_readers.rows import UnreadableTable, read_rows, read_table, write_rows

ROWS = [{"numerator": "1", "club": "Café"}, {"numerator": "", "club": "Hill"}]


_CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.fixed_dictionaries({"area": _CELLS, "value": _CELLS}), min_size=1))
def test_rows_of_any_text_come_back_as_they_went(rows: list[dict[str, str]]) -> None:
    assert read_rows(write_rows(rows).encode()) == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_come_back_as_they_went_whatever_a_spreadsheet_makes_of_them(
    encoding: str, delimiter: str
) -> None:
    assert read_rows(write_rows(ROWS).replace(",", delimiter).encode(encoding)) == ROWS


def test_columns_that_only_some_rows_have_are_blank_in_the_others() -> None:
    written = write_rows([{"a": "1"}, {"a": "2", "b": "3"}])
    assert read_rows(written.encode()) == [{"a": "1", "b": ""}, {"a": "2", "b": "3"}]


def test_no_rows_are_nothing_but_the_header_that_is_given() -> None:
    assert write_rows([]) == ""
    assert write_rows([], ["a", "b"]) == "a,b\n"


def test_a_line_that_says_the_separator_is_no_header() -> None:
    assert read_rows(b"sep=;\r\na;b\r\n1;2\r\n") == [{"a": "1", "b": "2"}]


def test_a_row_of_too_many_cells_is_at_fault_and_the_others_are_kept() -> None:
    table = read_table(b"a,b\n1,2\n3,4,5\n\n6,7,,\n8\n")
    assert [row["b"] for row in table.rows] == ["2", "4", "7", ""]
    assert list(table.faults) == [1]
    assert "line 3 has 3 cells" in table.faults[1]


def test_columns_of_one_name_are_told_apart() -> None:
    assert read_table(b"a,a,,a (2)\n1,2,3,4\n").columns == ("a", "a (2)", "column 3", "a (2) (2)")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"PK\x03\x04", "workbook"),
        (b"a,b\n1,2,3\n", "Line 2 has 3 cells and the header 2"),
    ],
)
def test_what_is_no_table_is_said(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableTable, match=said) as caught:
        read_rows(data)
    assert caught.value.cure
