from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter

from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.grid import read_grid
from oneplan.exchange.data_readers.rows import UnreadableTable

TEXT = "area,period,value\r\nE07000237,2024,5\r\n"


def _workbook(rows: list[list[object]]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        workbook.add_worksheet("About")
        sheet = workbook.add_worksheet("Return")
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_separator_are_found(encoding: str, delimiter: str) -> None:
    grid = read_grid(TEXT.replace(",", delimiter).encode(encoding), "a.csv")
    assert list(grid.columns) == ["area", "period", "value"]
    assert grid.rows.to_pylist() == [2]


def test_titles_above_the_header_are_passed_over_and_rows_keep_their_number() -> None:
    grid = read_grid(f"A return of the clubs\r\n\r\n{TEXT}".encode(), "a.csv")
    assert grid.columns["value"].to_pylist() == ["5"]
    assert grid.rows.to_pylist() == [4]


def test_a_header_that_stands_twice_is_told_apart() -> None:
    grid = read_grid(b"notes,area,notes\na,b,c\n", "a.csv")
    assert list(grid.columns) == ["notes", "area", "notes (2)"]


def test_line_breaks_in_a_cell_are_part_of_it() -> None:
    grid = read_grid(b'area,note\nE07000237,"one\ntwo"\nE07000234,three\n', "a.csv")
    assert grid.columns["note"].to_pylist() == ["one\ntwo", "three"]


def test_the_fullest_sheet_of_a_workbook_is_read() -> None:
    data = _workbook(
        [
            ["Clubs, a return"],
            ["Area", "Period", "Value", "Sex"],
            ["E07000237", 2024, 5.5, "All"],
            ["E07000237", 2023, "c", "All"],
        ]
    )
    reading = read_observations(data, "return.xlsx")
    told = [
        (row["period"], row["value"], row["status"]) for row in reading.observations.to_pylist()
    ]
    assert told == [("2024", 5.5, "ok"), ("2023", None, "suppressed")]
    assert [row["row"] for row in reading.observations.to_pylist()] == [3, 4]


@pytest.mark.parametrize("data", [b"", b"  \n", b"PAR1 broken", b"PK\x03\x04 broken", b"one word"])
def test_what_is_no_table_is_said_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableTable) as caught:
        read_grid(data, "a")
    assert str(caught.value).endswith(".")
    assert caught.value.cure
