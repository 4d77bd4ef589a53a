from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.scoring.compact import (
    BINARY,
    FALSE,
    I32,
    I64,
    LIST,
    STRUCT,
    TRUE,
    Listed,
    Reader,
    Structure,
    written,
)
from oneplan.evidence.scoring.joining import NotJoinable, Piece, footer_of, joined, row_groups

WHOLE = st.integers(-(2**62), 2**62)
FIELDS = st.one_of(
    st.tuples(st.sampled_from((I32, I64)), WHOLE),
    st.tuples(st.just(BINARY), st.binary(max_size=200)),
    st.booleans().map(lambda truth: (TRUE if truth else FALSE, truth)),
    st.lists(WHOLE, max_size=20).map(lambda items: (LIST, Listed(I64, [*items]))),
)
STRUCTURES = st.recursive(
    st.dictionaries(st.integers(1, 300), FIELDS, max_size=6).map(Structure),
    lambda inner: st.dictionaries(
        st.integers(1, 40),
        st.one_of(
            inner.map(lambda one: (STRUCT, one)),
            st.lists(inner, max_size=3).map(lambda many: (LIST, Listed(STRUCT, [*many]))),
        ),
        max_size=3,
    ).map(Structure),
    max_leaves=5,
)


@given(STRUCTURES)
def test_what_is_written_is_read_again(fields: Structure) -> None:
    assert Reader(written(fields)).structure() == fields


def test_a_footer_that_is_read_and_written_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "one.parquet"
    pq.write_table(pa.table({"word": ["a", None], "figure": [1.5, 2.5]}), file)
    content = file.read_bytes()
    length = int.from_bytes(content[-8:-4], "little")
    assert written(footer_of(file)) == content[-8 - length : -8]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = []
    for part in range(3):
        numbers = range(part * 100, part * 100 + 100)
        table = pa.table(
            {
                "number": numbers,
                "word": [None if number % 7 == 0 else f"word {number % 5}" for number in numbers],
                "figure": pa.array([number / 3 for number in numbers]),
            }
        )
        found.append(tmp_path / f"{part}.parquet")
        pq.write_table(table, found[-1], row_group_size=40)
    return found


def test_pieces_are_read_as_one_file_by_arrow_and_duckdb(files: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "all.parquet"
    joined([Piece(file) for file in files], output, {"of": "test"})
    expected = pa.concat_tables([pq.read_table(file) for file in files])
    assert pq.read_table(output).equals(expected)
    assert pq.read_metadata(output).metadata == {b"of": b"test"}
    query = "SELECT count(*), sum(figure), count(word) FROM read_parquet(?) WHERE number >= 50"
    with duckdb.connect() as connection:
        assert connection.execute(query, [str(output)]).fetchall()[0][0] == 250


def test_some_row_groups_of_a_file_are_taken(files: list[Path], tmp_path: Path) -> None:
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    joined([Piece(file) for file in files], first, {})
    assert row_groups(first) == 9
    joined([Piece(first, 3, 6), Piece(files[0])], second, {})
    expected = pa.concat_tables([pq.read_table(files[1]), pq.read_table(files[0])])
    assert pq.read_table(second).equals(expected)


def test_files_of_other_columns_are_not_joined(files: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "other.parquet"
    pq.write_table(pa.table({"number": [1]}), other)
    with pytest.raises(NotJoinable, match="other columns"):
        joined([Piece(files[0]), Piece(other)], tmp_path / "all.parquet", {})


def test_what_is_no_parquet_is_not_joined(tmp_path: Path) -> None:
    for name, content in (("empty", b""), ("words", b"some words"), ("cut", b"x\xff\xff\0\0PAR1")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(NotJoinable):
            footer_of(tmp_path / name)
    with pytest.raises(NotJoinable):
        joined([], tmp_path / "none.parquet", {})
