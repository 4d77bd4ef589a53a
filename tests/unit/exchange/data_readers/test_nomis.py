"""Nomis: what its interface gives, and what a person downloads from its pages."""

from __future__ import annotations

import pytest

from builders import data_files
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.reading import DataReading

DOWNLOAD = """"Members of clubs - local authority based"
"ONS Crown Copyright Reserved [from Nomis on 20 November 2024]"

"sex","Male"
"units","Persons"
"date","2023"

"local authority: county / unitary (as of April 2023)","mnemonic",{columns}
"Worcestershire","E10000034",300,30,31
"Herefordshire","E06000019",90,10,-

"In order to protect against disclosure, the figures are rounded, where small."
"""


def interface(rows: list[dict[str, object]]) -> bytes:
    return data_files.nomis(rows)


def first(reading: DataReading) -> dict[str, object]:
    assert reading.cells == reading.observations.num_rows + sum(reading.rejected.values())
    found: dict[str, object] = reading.observations.to_pylist()[0]
    return found


def test_names_of_dimensions_are_groups_and_totals_are_everyone() -> None:
    rows = [{}, {"GENDER_NAME": "Male", "C_AGE_NAME": "Aged 0 to 15", "C_AGE": 201}]
    reading = read_observations(interface(rows), "clubs.csv")
    assert reading.format == "nomis"
    assert set(reading.observations["group"].to_pylist()) == {"", "age=Aged 0 to 15; sex=Male"}
    assert set(reading.observations["indicator"].to_pylist()) == {"nomis/clubs/value"}


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({"OBS_VALUE": "", "OBS_STATUS": "Q", "OBS_STATUS_NAME": "Not there."}, "not_available"),
        ({"OBS_VALUE": "", "OBS_STATUS_NAME": "Suppressed to avoid disclosure"}, "suppressed"),
        ({"OBS_VALUE": "0"}, "ok"),
    ],
)
def test_a_missing_value_says_why(cells: dict[str, object], status: str) -> None:
    assert first(read_observations(interface([cells]), "clubs.csv"))["status"] == status


@pytest.mark.parametrize(
    ("date", "label"),
    [("December 2021", "2021-12"), ("Apr 2020-Mar 2021", "2020/21"), ("2023", "2023")],
)
def test_the_name_of_the_date_is_the_period(date: str, label: str) -> None:
    reading = read_observations(interface([{"DATE_NAME": date}]), "clubs.csv")
    assert first(reading)["period"] == label


def test_a_measure_in_percent_is_an_indicator_of_its_own() -> None:
    reading = read_observations(interface([{}, {"MEASURES_NAME": "Percent"}]), "clubs.csv")
    units = {definition.code: definition.unit for definition in reading.definitions}
    assert units == {"nomis/clubs/value": None, "nomis/clubs/percent": "%"}


def test_a_download_takes_its_date_and_sex_from_the_lines_above() -> None:
    text = DOWNLOAD.format(columns='"All Ages","Age 0","Age 1"')
    reading = read_observations(text.encode(), "nomis_2024_11_20_101010.csv")
    found = {
        (row["area"], row["group"]): (row["value"], row["period"])
        for row in reading.observations.to_pylist()
    }
    assert reading.cells == 6
    assert found["E10000034", "sex=Male"] == (300, "2023")
    assert found["E10000034", "age=1; sex=Male"] == (31, "2023")
    assert found["E06000019", "age=1; sex=Male"] == (None, "2023")
    assert reading.dataset.startswith("nomis_members_of_clubs")


def test_a_download_with_years_side_by_side_is_read() -> None:
    text = DOWNLOAD.format(columns='"2021","2022","2023"')
    reading = read_observations(text.encode(), "nomis.csv")
    assert sorted({str(row) for row in reading.observations["period"].to_pylist()}) == [
        "2021",
        "2022",
        "2023",
    ]
