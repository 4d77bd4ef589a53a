from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.exchange.data_readers.rows import UnreadableTable, read_rows, write_rows

_CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.fixed_dictionaries({"area": _CELLS, "value": _CELLS}), min_size=1))
def test_rows_come_back_as_they_went(rows: list[dict[str, str]]) -> None:
    assert read_rows(write_rows(rows).encode()) == rows


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"a,b\n1,2,3\n", "Line 2 has more cells than the header"),
        (b"a,b\n\xff\xfe\n", "not text in UTF-8"),
    ],
)
def test_what_is_no_table_says_why(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableTable, match=says):
        read_rows(data)
