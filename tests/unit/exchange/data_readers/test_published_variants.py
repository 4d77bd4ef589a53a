"""Published files in the other spellings, levels and symbols that they come in."""

from __future__ import annotations

import json

import pytest

from builders import data_files
from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.reading import DataReading, NoObservations

LEVELS = (
    ("National", {}, "E92000001"),
    ("NAT", {}, "E92000001"),
    ("Regional", {"region_code": "E12000005"}, "E12000005"),
    ("Local authority", {"old_la_code": "885", "new_la_code": "x"}, "E10000034"),
    ("LA", {"new_la_code": "E10000034"}, "E10000034"),
    ("Local Authority District", {"lad_code": "E07000237"}, "E07000237"),
    ("Parliamentary constituency", {"pcon_code": "E14001614"}, "E14001614"),
    ("Ward", {"ward_code": "E05001234"}, "E05001234"),
    ("Police force area", {"pfa_code": "E23000016"}, "E23000016"),
    ("School", {"school_urn": "123456"}, None),
    ("Multi-academy trust", {"trust_id": "2044"}, None),
    ("Local authority", {"new_la_code": "z", "old_la_code": "z"}, None),
)
PLACES = (
    "region_code,region_name,old_la_code,new_la_code,la_name,lad_code,lad_name,pcon_code,pcon_name,"
    "ward_code,ward_name,pfa_code,pfa_name,school_urn,school_name,trust_id,trust_name"
).split(",")


@pytest.mark.parametrize(("level", "codes", "area"), LEVELS)
def test_a_level_has_the_area_of_its_own_code_or_is_rejected(
    level: str, codes: dict[str, str], area: str | None
) -> None:
    header = (
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        *PLACES,
        "pupils",
    )
    row = ["202425", "Academic year", level, "E92000001", *(codes.get(p, "") for p in PLACES), 7]
    reading = read_observations(data_files.csv_bytes(header, [row]), "a.csv")
    assert reading.observations["area"].to_pylist() == ([area] if area else [])
    assert sum(reading.rejected.values()) == (0 if area else 1)
    assert [item.code for item in reading.definitions] == ["a/pupils"]


def _statuses(reading: DataReading) -> list[str]:
    return [str(status) for status in reading.observations["status"].to_pylist()]


def test_x_is_what_was_withheld_in_a_file_from_before_the_one_list_of_symbols() -> None:
    old = data_files.ees(["excluded"], [[*data_files.county("201617"), "x"]])
    reading = read_observations(old, "a.csv")
    assert _statuses(reading) == ["suppressed"]
    assert "old-symbol-for-withheld" in [finding.rule for finding in reading.findings]


@pytest.mark.parametrize(
    "rows",
    [
        [[*data_files.county("202324"), "x"]],
        [[*data_files.county("201617"), "x"], [*data_files.england("201617"), "c"]],
    ],
)
def test_x_is_not_available_in_a_later_file_or_beside_c(rows: list[list[str]]) -> None:
    reading = read_observations(data_files.ees(["excluded"], rows), "a.csv")
    assert _statuses(reading)[0] == "not_available"


def _fingertips_in(spelling: str) -> bytes:
    header, *rows = data_files.fingertips([{"Lower CI 95.0 limit": 11}]).decode().splitlines()
    if spelling == "joined":
        header = header.replace(" ", "")
    elif spelling == "snake":
        header = header.lower().replace(" ", "_").replace(".", "_")
    return "\n".join([header, *rows]).encode()


@pytest.mark.parametrize("spelling", ["as exported", "joined", "snake"])
def test_fingertips_is_known_however_its_headers_are_spelt(spelling: str) -> None:
    reading = read_observations(_fingertips_in(spelling), "a.csv")
    (row,) = reading.observations.to_pylist()
    assert (reading.format, row["indicator"], row["lower"]) == (
        "fingertips",
        "fingertips/70001",
        11,
    )


def _kinds(reading: DataReading) -> list[str]:
    return [str(kind) for kind in reading.observations["period_kind"].to_pylist()]


def test_fingertips_single_years_are_calendar_years_and_split_ones_are_asked_about() -> None:
    labels = ("2023", "2020 - 22", "2022 - 23", "2023/24")
    reading = read_observations(data_files.fingertips([{"Time period": t} for t in labels]), "a")
    assert sorted(_kinds(reading)) == ["calendar", "pooled", "pooled", "unstated"]


def test_the_catalogue_says_the_kind_of_year_of_what_it_knows() -> None:
    row: dict[str, object] = {"Indicator ID": 90284, "Time period": "2023/24"}
    assert _kinds(read_observations(data_files.fingertips([row]), "a.csv")) == ["financial"]


METADATA = (
    b"Indicator ID,Indicator,Definition,Unit,Value type,Year type,Polarity\n"
    b'70001,Swimming lessons,Lessons,"per 1,000",Crude rate,Academic,RAG - High is good\n'
)
AS_JSON = json.dumps(
    {
        "70001": {
            "IID": 70001,
            "Descriptive": {"Name": "Swimming lessons", "Definition": "Lessons"},
            "Unit": {"Label": "per 1,000"},
            "ValueType": {"Name": "Crude rate"},
            "YearType": {"Name": "Academic"},
        }
    }
).encode()


@pytest.mark.parametrize("metadata", [METADATA, AS_JSON], ids=["csv", "json"])
def test_the_metadata_of_fingertips_say_unit_and_kind_of_year(metadata: bytes) -> None:
    data = data_files.fingertips([{"Time period": "2023/24"}])
    reading = read_observations(data, "a.csv", {"metadata": metadata})
    (definition,) = reading.definitions
    assert _kinds(reading) == ["academic"]
    assert (definition.kind, definition.multiplier) == ("rate", 1000)


def test_the_metadata_of_fingertips_say_which_way_is_good() -> None:
    reading = read_observations(data_files.fingertips([{}]), "a.csv", {"m.csv": METADATA})
    assert reading.definitions[0].polarity == "high"


def test_minus_one_everywhere_is_a_missing_value_of_the_interface() -> None:
    missing = dict.fromkeys(("Value", "Count", "Denominator", "Lower CI 95.0 limit"), -1)
    fall = {"Value": -1, "Lower CI 95.0 limit": -3, "Time period": "2023"}
    reading = read_observations(data_files.fingertips([missing, fall]), "a.csv")
    found = [(row["value"], row["status"]) for row in reading.observations.to_pylist()]
    assert sorted(found, key=str) == [(-1.0, "ok"), (None, "not_available")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bristol, City of", "E06000023"),
        ("Herefordshire, County of", "E06000019"),
        ("Worcester City Council", "E07000237"),
        ("County Durham", "E06000047"),
        ("West Midlands", "E12000005"),
        ("City of London", "E09000001"),
        ("Telford & Wrekin", "E06000020"),
        ("Cumbria", "E10000006"),
        ("Nowhere", None),
    ],
)
def test_an_area_is_known_by_the_usual_forms_of_its_name(name: str, code: str | None) -> None:
    data = data_files.csv_bytes(["Area", "Period", "Value"], [[name, "2016", 4]])
    reading = read_observations(data, "a.csv")
    assert reading.observations["area"].to_pylist() == ([code] if code else [])


def test_a_quintile_that_is_published_of_each_area_is_a_value_and_one_that_divides_is_a_group() -> (
    None
):
    rows = [[*data_files.county(), "1", "4.5", "3"], [*data_files.county(), "2", "6.5", "3"]]
    data = data_files.ees(["IMD_decile", "late_percent", "late_quintile"], rows)
    reading = read_observations(data, "a.csv")
    assert [item.code for item in reading.definitions] == ["a/late_percent", "a/late_quintile"]
    assert set(reading.observations["group"].to_pylist()) == {
        "deprivation decile=1",
        "deprivation decile=2",
    }


def test_an_authority_without_a_code_is_known_by_its_name() -> None:
    place = ["201718", "Academic year", "Local authority", "E92000001", "England", "", "", "x", " "]
    data = data_files.ees(["pupils"], [[*place, "Cumbria", "5"], [*place, "Nowhere", "5"]])
    reading = read_observations(data, "a.csv")
    assert reading.observations["area"].to_pylist() == ["E10000006"]
    assert sum(reading.rejected.values()) == 1


def test_a_column_of_small_numbers_without_which_rows_stand_twice_divides() -> None:
    rows = [
        [*place, str(band), str(band), str(40 + band)]
        for place in (data_files.county(), data_files.england())
        for band in (1, 2, 3)
    ]
    data = data_files.ees(["attendance_band", "schools", "pupils"], rows)
    reading = read_observations(data, "a.csv")
    assert [item.code for item in reading.definitions] == ["a/schools", "a/pupils"]
    assert not reading.rejected
    once = data_files.ees(["schools", "pupils"], [row[:-2] + row[-1:] for row in rows[::3]])
    assert len(read_observations(once, "a.csv").definitions) == 2


def test_inner_london_under_the_code_of_london_is_itself() -> None:
    found = read_observations(
        b"time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
        b"region_name,pupils\n"
        b"201819,Academic year,Regional,E92000001,England,E12000007,London,90\n"
        b"201819,Academic year,Regional,E92000001,England,E12000007,Inner London,40\n",
        "pupils.csv",
    )
    rows = found.observations.to_pylist()
    assert {row["area"]: row["value"] for row in rows} == {"E12000007": 90, "E13000001": 40}


def test_a_file_of_which_no_column_holds_figures_says_so() -> None:
    with pytest.raises(NoObservations, match="figures"):
        read_observations(
            b"time_period,time_identifier,geographic_level,country_code,country_name,stage,waited\n"
            b"2025,Reporting year,National,E92000001,England,Match,00:10\n",
            "waits.csv",
        )


def test_the_total_of_a_topic_is_a_group_where_it_is_not_everyone() -> None:
    start = "202122,Academic year,National,E92000001,England"
    found = read_observations(
        (
            "time_period,time_identifier,geographic_level,country_code,country_name,breakdown_topic,"
            "breakdown,schools,pupils\n"
            f"{start},Kind of need,Total,z,70\n{start},Kind of need,Speech,z,30\n"
            f"{start},Total,Total,16,500\n{start},Sex,Total,z,500\n{start},Sex,Female,z,240\n"
        ).encode(),
        "pupils.csv",
    )
    pupils = {
        row["group"]: row["value"]
        for row in found.observations.to_pylist()
        if row["indicator"] == "pupils/pupils"
    }
    expected = {"": 500, "kind of need=Any": 70, "kind of need=Speech": 30, "sex=Female": 240}
    assert pupils == expected
    assert "two-values-for-one-observation" not in {finding.rule for finding in found.findings}
