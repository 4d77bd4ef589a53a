from __future__ import annotations

from collections import Counter

import pytest

from builders import data_files
from oneplan.exchange.data_readers.data_files import companions_of, read_observations
from oneplan.exchange.data_readers.reading import DataReading, NoObservations
from oneplan.exchange.data_readers.tidy_file import tidy_csv


def _rows(reading: DataReading) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = reading.observations.to_pylist()
    return rows


def _rules(reading: DataReading) -> set[str]:
    rules = {finding.rule for finding in reading.findings}
    return rules - {"kind-of-year-not-stated"}


def test_a_wide_row_gives_one_observation_for_each_value_cell() -> None:
    data = data_files.ees(
        ["pupils", "pt_met"],
        [[*data_files.county(), "120", "61.5"], [*data_files.england(), "90000", "c"]],
        bom=True,
    )
    reading = read_observations(data, "reading_2023_24.csv")
    assert (reading.format, reading.cells) == ("ees", 4)
    told = {
        (row["indicator"], row["area"]): (row["value"], row["status"]) for row in _rows(reading)
    }
    assert told == {
        ("reading/pupils", "E10000034"): (120.0, "ok"),
        ("reading/pupils", "E92000001"): (90000.0, "ok"),
        ("reading/pt_met", "E10000034"): (61.5, "ok"),
        ("reading/pt_met", "E92000001"): (None, "suppressed"),
    }


def test_groups_are_dimensions_and_totals_are_everyone() -> None:
    data = data_files.ees(
        ["characteristic_group", "characteristic", "school_type", "pupils"],
        [
            [*data_files.county(), "Total", "Total", "Total", "10"],
            [*data_files.county(), "Gender", "Gender Female", "Total", "4"],
            [*data_files.county(), "Gender", "Gender Male", "State-funded primary", "6"],
        ],
    )
    groups = [row["group"] for row in _rows(read_observations(data, "a.csv"))]
    assert groups == ["", "sex=Female", "school type=State-funded primary; sex=Male"]


def test_metadata_say_what_divides_and_what_is_counted() -> None:
    meta = data_files.csv_bytes(
        "col_name col_type label indicator_grouping indicator_unit filter_hint "
        "filter_grouping_column".split(),
        [
            ["term_number", "Filter", "Term", "", "", "", ""],
            ["met", "Indicator", "Met the standard", "Swimming", "%", "", ""],
        ],
    )
    data = data_files.ees(["term_number", "met"], [[*data_files.county(), "3", "55"]])
    reading = read_observations(data, "swim.csv", {"swim.meta.csv": meta})
    assert [row["group"] for row in _rows(reading)] == ["term number=3"]
    assert reading.definitions[0].name == "Swimming: Met the standard"
    assert reading.definitions[0].unit == "%"


def test_an_authority_without_a_new_code_is_known_by_its_three_digits() -> None:
    row = data_files.county()
    row[8] = "x"
    reading = read_observations(data_files.ees(["pupils"], [[*row, "5"]]), "a.csv")
    assert [row["area"] for row in _rows(reading)] == ["E10000034"]


def test_cells_without_area_period_or_number_are_counted_and_told_with_their_row() -> None:
    school = data_files.county()
    school[2] = "School"
    data = data_files.ees(
        ["pupils", "places"],
        [
            [*data_files.county(), "5", "six"],
            [*school, "5", "6"],
            [*data_files.county(period="209920"), "5", "6"],
            [*data_files.england(), "7", "8"],
        ],
    )
    reading = read_observations(data, "a.csv")
    assert reading.observations.num_rows == 3
    assert reading.rejected == Counter(
        {
            "no area that is known": 2,
            "no period": 2,
            "neither a number nor a known symbol": 1,
        }
    )
    assert reading.cells == 8
    places = {finding.rule: finding.source and finding.source.row for finding in reading.findings}
    assert places == {"value-not-read": 2, "unknown-area": 3, "period-not-read": 4}


def test_a_row_of_another_width_is_counted_and_its_place_told() -> None:
    data = data_files.ees(["pupils"], [[*data_files.county(), "5"]]) + b"202324,Academic year\r\n"
    reading = read_observations(data, "a.csv")
    assert (reading.cells, reading.observations.num_rows) == (2, 1)
    assert [f.source and f.source.row for f in reading.findings] == [3]


def test_the_version_column_is_the_revision_and_both_stay() -> None:
    data = data_files.ees(
        ["version", "pupils"],
        [[*data_files.county(), "Provisional", "5"], [*data_files.county(), "Final", "6"]],
    )
    assert [row["revision"] for row in _rows(read_observations(data, "a.csv"))] == [
        "provisional",
        "final",
    ]


def test_fingertips_rows_bring_their_counts_and_limits() -> None:
    data = data_files.fingertips(
        [
            {
                "Count": 25,
                "Denominator": 2000,
                "Lower CI 95.0 limit": 8,
                "Upper CI 95.0 limit": 18,
                "Sex": "Male",
                "Age": "<5 yrs",
            }
        ]
    )
    (row,) = _rows(read_observations(data, "any name.csv"))
    assert row["indicator"] == "fingertips/70001"
    assert row["group"] == "age=<5 yrs; sex=Male"
    assert (row["numerator"], row["denominator"]) == (25.0, 2000.0)
    assert (row["lower"], row["upper"], row["lower_998"]) == (8.0, 18.0, None)


def test_the_same_area_under_two_parents_counts_once() -> None:
    data = data_files.fingertips(
        [{"Parent Code": "E92000001"}, {"Parent Code": "E12000005"}, {"Sex": "Female"}]
    )
    reading = read_observations(data, "a.csv")
    assert (reading.cells, reading.observations.num_rows) == (3, 2)
    assert reading.rejected == Counter({"the same observation again": 1})


def test_a_value_withheld_for_disclosure_is_suppressed_and_others_are_not() -> None:
    data = data_files.fingertips(
        [
            {"Value": "", "Value note": "Value suppressed for disclosure control"},
            {"Value": "", "Value note": "The trust sent no figures", "Sex": "Male"},
        ]
    )
    told = [row["status"] for row in _rows(read_observations(data, "a.csv"))]
    assert told == ["suppressed", "not_available"]


def test_deprivation_deciles_of_england_are_a_group_and_not_england() -> None:
    data = data_files.fingertips(
        [
            {"Area Code": "E92000001"},
            {
                "Area Code": "E92000001",
                "Category Type": "Deprivation deciles",
                "Category": "Most deprived decile",
            },
        ]
    )
    groups = [row["group"] for row in _rows(read_observations(data, "a.csv"))]
    assert groups == ["", "deprivation deciles=Most deprived decile"]


def test_a_measures_kind_of_year_comes_from_the_dictionary() -> None:
    data = data_files.lait(
        [
            ("Skating", "2024", "7.5", 885.0),
            ("Sledging", "2024", "-", 970.0),
            ("Skating", "0", "1", 885.0),
        ]
    )
    dictionary = data_files.lait_dictionary(
        [
            ("1", "Skating", "High", "% of pupils", "Academic Year"),
            ("2", "Sledging", "Low", "Rate per 10,000", "Calendar Year"),
        ]
    )
    reading = read_observations(data, "x.parquet", {"d.csv": dictionary})
    told = [(row["area"], row["period"], row["status"]) for row in _rows(reading)]
    assert told == [("E10000034", "2023/24", "ok"), ("E92000001", "2024", "not_available")]
    assert reading.rejected == Counter({"no period": 1})
    skating, sledging = reading.definitions
    assert (skating.polarity, skating.unit, skating.kind) == ("high", "%", "proportion")
    assert (sledging.polarity, sledging.multiplier, sledging.kind) == ("low", 10_000.0, "rate")


def test_a_measure_that_stands_twice_in_the_dictionary_is_told() -> None:
    twice = ("1", "Skating", "High", "% of pupils", "Academic Year")
    reading = read_observations(
        data_files.lait([("Skating", "2024", "7.5", 885.0)]),
        "x.parquet",
        {"d.csv": data_files.lait_dictionary([twice, twice])},
    )
    assert "measure-twice-in-dictionary" in _rules(reading)


def test_an_england_that_is_the_sum_of_its_regions_rates_is_told() -> None:
    regions = [("Skating", "2024", "10", 980.0 + n) for n in (0, 1, 2, 3, 4, 5, 6, 9, 10)]
    data = data_files.lait([*regions, ("Skating", "2024", "90", 970.0)])
    dictionary = data_files.lait_dictionary(
        [("1", "Skating", "Low", "Rate per 10,000", "Calendar Year")]
    )
    assert "england-is-a-sum" in _rules(read_observations(data, "x", {"d.csv": dictionary}))


def test_an_england_that_is_the_sum_of_counts_is_not_told() -> None:
    regions = [("Skating", "2024", "10", 980.0 + n) for n in (0, 1, 2, 3, 4, 5, 6, 9, 10)]
    data = data_files.lait([*regions, ("Skating", "2024", "90", 970.0)])
    dictionary = data_files.lait_dictionary([("1", "Skating", "Low", "Number", "Calendar Year")])
    assert _rules(read_observations(data, "x", {"d.csv": dictionary})) == set()


def test_local_statistics_say_their_days_exactly() -> None:
    data = data_files.els(
        [{"lci_95": 40, "uci_95": 43}, {"observation": "", "status": "x", "areacd": "E10000034"}]
    )
    metadata = b'{"ess-beta-metadata": {"shared": {"decimalPlaces": 1, "sourceOrg": "A library"}}}'
    reading = read_observations(data, "a.csv", {"a.json": metadata})
    first, second = _rows(reading)
    assert (first["period"], first["period_kind"], first["lower"]) == ("2023/24", "financial", 40.0)
    assert (second["status"], second["symbol"]) == ("not_available", "x")
    assert (reading.source, reading.definitions[0].decimals) == ("A library", 1)


def test_a_value_outside_its_own_limits_is_told() -> None:
    data = data_files.els([{"lci_95": 50, "uci_95": 53}])
    assert "value-outside-its-interval" in _rules(read_observations(data, "a.csv"))


def test_a_tidy_table_needs_an_area_a_period_and_a_value() -> None:
    data = data_files.csv_bytes(
        ["Area code", "Period", "Indicator", "Sex", "Value", "Numerator", "Denominator"],
        [
            ["E07000237", "2023/24", "clubs", "Girls", "40", "4", "10"],
            ["E07000237", "2023/24", "clubs", "All", "50", "10", "20"],
        ],
    )
    reading = read_observations(data, "return.csv")
    assert reading.format == "tidy"
    assert [(r["group"], r["value"], r["numerator"]) for r in _rows(reading)] == [
        ("sex=Female", 40.0, 4.0),
        ("", 50.0, 10.0),
    ]


def test_two_values_for_one_observation_are_an_error_and_the_first_stays() -> None:
    data = data_files.csv_bytes(
        ["area", "period", "indicator", "value"],
        [["E07000237", "2024", "clubs", "4"], ["E07000237", "2024", "clubs", "5"]],
    )
    reading = read_observations(data, "return.csv")
    assert [row["value"] for row in _rows(reading)] == [4.0]
    assert "two-values-for-one-observation" in _rules(reading)
    assert reading.cells == 2


def test_a_sudden_jump_is_told_with_its_row() -> None:
    rows = [["E07000237", str(2015 + n), "clubs", str(100 + n)] for n in range(8)]
    rows[6][3] = "1060"
    data = data_files.csv_bytes(["area", "period", "indicator", "value"], rows)
    jumps = [f for f in read_observations(data, "a.csv").findings if f.rule == "sudden-jump"]
    assert [finding.source and finding.source.row for finding in jumps] == [8]


def test_a_code_in_no_list_is_asked_about_and_kept() -> None:
    data = data_files.csv_bytes(["area", "period", "value"], [["E06000999", "2024", "4"]])
    reading = read_observations(data, "a.csv")
    assert (reading.observations.num_rows, _rules(reading)) == (1, {"area-not-listed"})


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"col_name,col_type,label\na,Filter,A\n", "a.meta.csv", "describes the columns"),
        (b'{"type": "FeatureCollection", "features": []}', "a.geojson", "boundaries"),
        (b"code,name\nE06000001,Hartlepool\n", "a.csv", "no column of figures"),
    ],
)
def test_a_file_without_observations_says_what_it_holds(data: bytes, name: str, says: str) -> None:
    with pytest.raises(NoObservations, match=says):
        read_observations(data, name)


def test_a_place_is_known_by_its_name_where_only_one_has_it() -> None:
    data = data_files.csv_bytes(
        ["area", "period", "value"], [["Wyre Forest", "2024", "4"], ["Narnia", "2024", "5"]]
    )
    reading = read_observations(data, "a.csv")
    assert [row["area"] for row in _rows(reading)] == ["E07000239"]
    assert reading.rejected == Counter({"no area that is known": 1})


def test_what_the_library_gives_as_tidy_it_reads_back_the_same() -> None:
    wide = data_files.ees(
        ["gender", "fsm_status", "pupils", "pt_met"],
        [
            [*data_files.county(), "Girls", "FSM; eligible", "12", "c"],
            [*data_files.county(), "Total", "Total", "30", "55.5"],
        ],
    )
    first = read_observations(wide, "swim.csv").observations
    second = read_observations(tidy_csv(first).encode(), "tidy.csv").observations
    kept = ["indicator", "area", "period", "period_start", "group", "value", "status"]
    assert second.select(kept).to_pylist() == first.select(kept).to_pylist()


def test_years_of_a_kind_that_is_not_stated_are_asked_about() -> None:
    reading = read_observations(data_files.fingertips([{"Time period": "2021/22"}]), "a.csv")
    assert [finding.rule for finding in reading.findings] == ["kind-of-year-not-stated"]
    stated = data_files.csv_bytes(
        ["area", "period", "year kind", "value"], [["E07000237", "2021/22", "academic", "4"]]
    )
    assert read_observations(stated, "a.csv").findings == ()


def test_metadata_of_another_file_are_not_used() -> None:
    meta = data_files.csv_bytes(
        ["col_name", "col_type", "label"], [["skaters", "Indicator", "Children who skate"]]
    )
    data = data_files.ees(["swimmers"], [[*data_files.county(), "3"]])
    reading = read_observations(data, "swim.csv", {"skate.meta.csv": meta})
    assert [item.name for item in reading.definitions] == ["swimmers"]
    given = {"skate.meta.csv": meta, "skate.json": b"{}", "swim.json": b"{}"}
    assert list(companions_of("swim.csv", given)) == ["skate.meta.csv", "swim.json"]


def test_a_format_that_is_said_and_does_not_fit_is_told() -> None:
    data = data_files.els([{}])
    with pytest.raises(NoObservations, match="not the columns of the format lait"):
        read_observations(data, "a.csv", wanted="lait")
