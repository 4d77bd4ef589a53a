"""Value cells in a file are observations and counted rejections, whatever the cells hold."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import data_files
from builders.shared import DATA, WITHOUT_DATA
from oneplan.exchange.data_readers.data_files import is_companion, read_observations
from oneplan.exchange.data_readers.reading import DataReading, NoObservations
from oneplan.exchange.data_readers.rows import UnreadableTable

CELLS = st.sampled_from(
    [
        "1",
        "2.5",
        "0",
        "c",
        "x",
        "z",
        "low",
        "k",
        "u",
        "~",
        ":",
        ".",
        "",
        " ",
        "n.k.",
        "1,024",
        "NaN",
    ]
)
PLACES = st.sampled_from(
    [
        data_files.county(),
        data_files.england(),
        data_files.region(3),
        data_files.county("202223"),
        data_files.county("nonsense"),
        [*data_files.county()[:2], "School", *data_files.county()[3:]],
    ]
)
FILES = sorted(DATA.rglob("*")) if DATA else []
WITH_OBSERVATIONS = [
    path
    for path in FILES
    if path.parent.name in ("dfe_ees", "dfe_neet", "ons_els", "fingertips")
    and path.suffix == ".csv"
    and not path.name.endswith(".meta.csv")
]


def _accounted(reading: DataReading) -> int:
    return int(reading.observations.num_rows) + sum(reading.rejected.values())


@settings(max_examples=25)
@given(st.lists(st.tuples(PLACES, CELLS, CELLS, CELLS), min_size=1, max_size=12))
def test_every_cell_of_a_wide_file_is_accounted_for(
    rows: list[tuple[list[str], str, str, str]],
) -> None:
    columns = ["t_pupils", "t_met", "pt_met"]
    meta = data_files.csv_bytes(
        ["col_name", "col_type", "label"], [[name, "Indicator", name] for name in columns]
    )
    data = data_files.ees(columns, [[*place, *cells] for place, *cells in rows])
    reading = read_observations(data, "a.csv", {"a.meta.csv": meta})
    assert reading.cells == len(rows) * 3 == _accounted(reading)


@settings(max_examples=25)
@given(st.lists(st.tuples(CELLS, st.sampled_from(["2021/22", "2020 - 22", "?", ""])), min_size=1))
def test_every_row_of_a_long_file_is_accounted_for(rows: list[tuple[str, str]]) -> None:
    data = data_files.fingertips([{"Value": cell, "Time period": time} for cell, time in rows])
    reading = read_observations(data, "a.csv")
    assert reading.cells == len(rows) == _accounted(reading)


@pytest.mark.parametrize("path", WITH_OBSERVATIONS, ids=lambda path: path.name)
def test_every_cell_of_a_published_file_is_accounted_for(path: Path) -> None:
    reading = read_observations(path.read_bytes(), path.name)
    header, *rows = csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    columns = len(reading.definitions) if reading.format == "ees" else 1
    assert columns <= len(header)
    assert reading.cells == len(rows) * columns == _accounted(reading)
    assert reading.observations.num_rows > 0.8 * reading.cells


@pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)
def test_every_cell_of_the_authorities_tool_is_accounted_for_and_its_defects_told() -> None:
    assert DATA is not None
    path = DATA / "dfe_lait" / "bds_long_0.parquet"
    dictionary = DATA / "dfe_lait" / "lait_data_dictionary.csv"
    reading = read_observations(
        path.read_bytes(), path.name, {dictionary.name: dictionary.read_bytes()}
    )
    assert reading.cells == pq.read_metadata(path).num_rows == _accounted(reading)
    assert reading.rejected == {"no period": 170}
    told = {(finding.rule, finding.where) for finding in reading.findings}
    assert ("england-is-a-sum", "lait/FirstYJS") in told
    assert ("percentage-above-hundred", "lait/PreChildDea") in told
    twice = [where for rule, where in told if rule == "measure-twice-in-dictionary"]
    assert len(twice) == 14


@pytest.mark.skipif(DATA is None, reason=WITHOUT_DATA)
def test_files_that_describe_others_are_known() -> None:
    describing = {path.name for path in FILES if path.is_file() and _describes(path)}
    assert "lait_data_dictionary.csv" in describing
    assert {name for name in describing if name.endswith(".meta.csv")}
    assert not {path.name for path in WITH_OBSERVATIONS} & describing


def _describes(path: Path) -> bool:
    return is_companion(path.read_bytes(), path.name)


HEADERS = st.sampled_from(
    "Area,Area code,Period,Year,Quarter,Value,Count,Denominator,Rate,Sex,Age,Notes,Status,Indicator,"
    "2021,2022/23,Apr-24,Members 2021,Members 2022,Age 0,Age 1,Worcester,England,Members %,Staff,"
    "Date from,Date to,mnemonic,Decile,Rank".split(",")
)
FILLED = CELLS | st.sampled_from(
    ["Worcester", "E10000034", "2021", "2022/23", "Q1", "Boys", "Total", "<5", "01/04/2024"]
)


@settings(max_examples=40)
@given(st.lists(HEADERS, min_size=2, max_size=7, unique=True), st.data())
def test_every_cell_of_a_partners_table_is_accounted_for_or_the_table_refused(
    headers: list[str], data: st.DataObject
) -> None:
    row = st.lists(FILLED, min_size=len(headers), max_size=len(headers))
    rows = data.draw(st.lists(row, max_size=5))
    try:
        reading = read_observations(data_files.csv_bytes(headers, rows), "clubs_2024.csv")
    except (NoObservations, UnreadableTable):
        return
    assert reading.cells == _accounted(reading)
