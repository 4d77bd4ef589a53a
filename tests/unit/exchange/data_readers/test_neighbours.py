from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from builders.shared import DATA, WITHOUT_DATA
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.neighbours import NeighbourReading, read_neighbours
from oneplan.exchange.data_readers.reading import NoObservations
from oneplan.exchange.data_readers.rows import UnreadableTable
from oneplan.exchange.known.neighbours import known_neighbours

LONG = """area,neighbour,position,model,as_of
E10000034,E10000013,2,ours,2024-02
E10000034,E10000030,1,ours,2024-02
"""


def sets_of(reading: NeighbourReading) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in reading.neighbours.to_pylist()]


def rules_of(reading: NeighbourReading) -> list[str]:
    return [finding.rule for finding in reading.findings]


def test_one_row_a_neighbour() -> None:
    reading = read_neighbours(LONG.encode(), "own.csv")
    assert sets_of(reading) == [
        ("ours", "2024-02", "E10000034", "E10000030", 1),
        ("ours", "2024-02", "E10000034", "E10000013", 2),
    ]
    assert not reading.findings


def test_one_row_an_area_with_names_or_codes_of_three_digits() -> None:
    text = "Area,1,2\n885,Shropshire,916\nHerefordshire County of,,\n"
    reading = read_neighbours(text.encode(), "peers_march_2023.csv")
    assert sets_of(reading) == [
        ("peers-2023", "2023-03", "E10000034", "E06000051", 1),
        ("peers-2023", "2023-03", "E10000034", "E10000013", 2),
    ]


def test_without_positions_the_order_of_the_rows_counts() -> None:
    text = "area,neighbour\nE10000034,E10000030\nE10000034,E10000013\n"
    reading = read_neighbours(text.encode(), "own-2024.csv")
    assert [row[4] for row in sets_of(reading)] == [1, 2]


def test_lettered_rows_above_the_header_of_a_workbook_are_passed_over() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Groups")
        sheet.write_row(0, 0, ["A", "B", "C", "D", "E", 3, 4, 5])
        sheet.write_row(1, 0, [1, 2, 3, 4, 5, 6, 7, 8])
        sheet.write_row(
            2, 0, ["LA num", "LA Name", "LA number", "GOInd", "SN1", "SNP", "SN2", "SNP"]
        )
        sheet.write_row(3, 0, [885, "Worcestershire", 885, 8, 893, "Close", 916, "Close"])
        sheet.write_row(4, 0, [884, "Herefordshire", 884, 8, "-", "-", "-", "-"])
    reading = read_neighbours(out.getvalue(), "sn_may_2025.xlsx")
    assert sets_of(reading) == [
        ("sn-2025", "2025-05", "E10000034", "E06000051", 1),
        ("sn-2025", "2025-05", "E10000034", "E10000013", 2),
    ]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("E10000034,Atlantis,3,ours,2024", "unknown-area"),
        ("E10000034,E10000034,3,ours,2024", "neighbour-of-itself"),
        ("E10000034,E10000030,3,ours,2024-02", "neighbour-twice"),
    ],
)
def test_a_row_that_cannot_be_is_left_out_and_told(row: str, rule: str) -> None:
    reading = read_neighbours(f"{LONG}{row}\n".encode(), "own.csv")
    assert rules_of(reading) == [rule]
    assert reading.neighbours.num_rows == 2
    assert reading.findings[0].source is not None
    assert reading.findings[0].source.row == 4


def test_sets_without_a_date_are_told() -> None:
    reading = read_neighbours(b"area,neighbour\nE10000034,E10000030\n", "own.csv")
    assert rules_of(reading) == ["neighbours-without-date"]


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"area,value\nE10000034,3\n", b"area,neighbour\nAtlantis,Mu\n", b"a"]
)
def test_what_names_no_neighbours_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableTable) as refused:
        read_neighbours(data, "own.csv")
    assert refused.value.cure


def test_a_store_of_observations_says_what_such_a_file_is() -> None:
    with pytest.raises(NoObservations, match="areas with their neighbours"):
        read_observations(LONG.encode(), "own.csv")


CELLS = st.sampled_from(
    [
        "area",
        "neighbour",
        "position",
        "SN1",
        "SN2",
        "1",
        "2",
        "885",
        "E10000034",
        "Kent",
        "",
        "-",
        "9e9",
    ]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_table_gives_sets_or_a_sentence(rows: list[list[str]]) -> None:
    data = "\n".join(",".join(row) for row in rows).encode()
    with suppress(UnreadableTable):
        reading = read_neighbours(data, "own_2024.csv")
        assert reading.neighbours.num_rows > 0
        assert all(row[2] != row[3] for row in sets_of(reading))


@pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)
@pytest.mark.parametrize(
    ("file", "model"), [("sn_may_2025.xlsx", "dfe-2025"), ("sn_april_2021.xlsx", "dfe-2021")]
)
def test_the_shipped_sets_are_those_of_the_departments_workbooks(file: str, model: str) -> None:
    assert DATA is not None
    reading = read_neighbours((DATA / "dfe_lait" / file).read_bytes(), file)
    shipped = {tuple(row.values())[2:] for row in known_neighbours(model).to_pylist()}
    assert {row[2:] for row in sets_of(reading)} == shipped


@pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)
def test_the_shipped_sets_are_those_of_the_long_file() -> None:
    assert DATA is not None
    path = DATA / "stat_neighbours" / "dfe_sn_long_2021_2025.csv"
    rows = sets_of(read_neighbours(path.read_bytes(), path.name))
    for date, model in (("2025-05", "dfe-2025"), ("2021-04", "dfe-2021")):
        shipped = {tuple(row.values())[1:] for row in known_neighbours(model).to_pylist()}
        assert {row[1:] for row in rows if row[0] == date} == shipped
