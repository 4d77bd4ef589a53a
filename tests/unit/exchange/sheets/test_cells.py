"""How a text stands in a cell of a workbook, and what comes back of it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.sheets.book import (
    LONGEST,
    Column,
    Origin,
    Table,
    as_cell,
    from_cell,
    is_cut,
    plain,
)
from oneplan.exchange.sheets.reading import read_back
from oneplan.exchange.sheets.writing import written

ORIGIN = Origin("shore", 7, "a1b2")
HEADERS = {"Words": ["Said", "Note"]}


def _book(*rows: tuple[str, str]) -> bytes:
    return written([Table("Words", [Column("Said", 20), Column("Note", 20)], rows)], ORIGIN)


@given(st.text(max_size=60))
def test_a_text_comes_back_from_a_cell_line_by_line(text: str) -> None:
    assert from_cell(as_cell(text)) == plain(text)


@pytest.mark.parametrize("harmful", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "'=1", "|calc"])
def test_a_text_that_might_run_is_a_quoted_text(harmful: str) -> None:
    data = _book((harmful, "beside"))
    (cell, _) = (
        CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("Words").to_python()[1]
    )
    assert str(cell).startswith("'")
    with ZipFile(BytesIO(data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    (row,) = read_back(data, "x.xlsx", HEADERS).sheets["Words"].rows
    assert row["Said"] == plain(harmful)


def test_a_workbook_says_what_it_was_made_of() -> None:
    back = read_back(_book(("fog", "")), "x.xlsx", HEADERS)
    assert back.origin == ORIGIN
    assert back.others == ()


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    long = "fog " * LONGEST
    assert is_cut(long)
    assert len(as_cell(long)) < 32_767
    assert "goes on in the plan" in as_cell(long)


def test_what_is_no_workbook_is_refused_with_a_cure() -> None:
    archive = BytesIO()
    with ZipFile(archive, "w") as parts:
        parts.writestr("letter.txt", "fog")
    for data in (b"", b"PK\x03\x04", b"fog", archive.getvalue()):
        with pytest.raises(UnreadableTable) as refused:
            read_back(data, "x.xlsx", HEADERS)
        assert refused.value.cure


def test_a_workbook_without_the_headers_is_refused() -> None:
    with pytest.raises(UnreadableTable, match="No sheet has a column"):
        read_back(_book(("fog", "")), "x.xlsx", {"Words": ["Spoken"]})


def test_a_cell_at_the_end_of_the_world_is_not_opened() -> None:
    changed = BytesIO()
    with ZipFile(BytesIO(_book(("fog", "")))) as old, ZipFile(changed, "w", ZIP_DEFLATED) as new:
        for each in old.infolist():
            data = old.read(each)
            if each.filename.endswith("sheet1.xml"):
                data = data.replace(b'r="A2"', b'r="XFD1048576"')
            new.writestr(each.filename, data)
    with pytest.raises(UnreadableTable, match="too far out"):
        read_back(changed.getvalue(), "x.xlsx", HEADERS)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    with pytest.raises(UnreadableTable):
        read_back(bomb.getvalue(), "x.xlsx", HEADERS)
