"""Tables as partners send them: wide or long, with titles and notes, in every form of spreadsheet."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
import xlsxwriter

from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.reading import DataReading, NoObservations
from oneplan.exchange.data_readers.rows import UnreadableTable

Key = tuple[str, str, str, str]


def reading_of(text: str, name: str = "clubs.csv") -> DataReading:
    return read_observations(text.encode(), name)


def values(reading: DataReading) -> dict[Key, float | str]:
    """The values, or the status where there is none, by indicator, area, period and group."""
    assert reading.cells == reading.observations.num_rows + sum(reading.rejected.values())
    return {
        (row["indicator"], row["area"], row["period"], row["group"]): (
            row["status"] if row["value"] is None else row["value"]
        )
        for row in reading.observations.to_pylist()
    }


def rules(reading: DataReading) -> list[str]:
    return [finding.rule for finding in reading.findings]


def workbook(*builds: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for build in builds:
            build(book)
    return out.getvalue()


def test_years_side_by_side_are_one_observation_a_cell() -> None:
    found = reading_of("District,2021/22,2022/23\nWorcester,12.5,c\nRedditch,8,-\n")
    assert found.cells == 4
    assert values(found) == {
        ("clubs", "E07000237", "2021/22", ""): 12.5,
        ("clubs", "E07000237", "2022/23", ""): "suppressed",
        ("clubs", "E07000236", "2021/22", ""): 8.0,
        ("clubs", "E07000236", "2022/23", ""): "not_available",
    }


def test_months_side_by_side_are_months() -> None:
    found = reading_of("Local authority,Apr-24,May-24\nHerefordshire,3,<5\n")
    assert values(found) == {
        ("clubs", "E06000019", "2024-04", ""): 3.0,
        ("clubs", "E06000019", "2024-05", ""): "suppressed",
    }


def test_words_and_years_in_one_header_are_indicators_of_years() -> None:
    found = reading_of("LA code,Members 2022,Members 2023,Leaders 2023\n885,10,11,2\n")
    assert values(found) == {
        ("clubs/members", "E10000034", "2022", ""): 10.0,
        ("clubs/members", "E10000034", "2023", ""): 11.0,
        ("clubs/leaders", "E10000034", "2023", ""): 2.0,
    }


def test_areas_side_by_side_are_one_observation_a_cell() -> None:
    found = reading_of("Measure,Period,Worcester,England\nSkating,2023/24,7,9.5\n")
    assert values(found) == {
        ("Skating", "E07000237", "2023/24", ""): 7.0,
        ("Skating", "E92000001", "2023/24", ""): 9.5,
    }


def test_several_measures_side_by_side_are_indicators_and_none_is_lost() -> None:
    found = reading_of("Area,Quarter,Members,Members %,Staff\nWorcester,Q1 2024/25,40,12.5%,3\n")
    assert values(found) == {
        ("clubs/members", "E07000237", "2024/25 Q1", ""): 40.0,
        ("clubs/members-percent", "E07000237", "2024/25 Q1", ""): 12.5,
        ("clubs/staff", "E07000237", "2024/25 Q1", ""): 3.0,
    }
    units = {definition.code: definition.unit for definition in found.definitions}
    assert units["clubs/members-percent"] == "%"


def test_a_rate_with_its_numerator_and_denominator_is_one_observation() -> None:
    text = "Area,Year,Numerator,Denominator,Per 1000 children\nWorcester,2024,4,2000,2.0\n"
    (row,) = reading_of(text).observations.to_pylist()
    assert (row["value"], row["numerator"], row["denominator"]) == (2.0, 4.0, 2000.0)


def test_figures_beside_a_value_are_told_of() -> None:
    found = reading_of("Area,Period,Value,Target\nWorcester,2024,4,6\n")
    assert "column-not-read" in rules(found)


def test_single_years_of_age_side_by_side_take_their_year_from_the_name_of_the_file() -> None:
    ages = ",".join(str(age) for age in range(12))
    text = f"lad23cd,All ages,{ages},90+\nE07000237,90,{ages},5\n"
    found = reading_of(text, "mid2022_population_by_age.csv")
    told = values(found)
    subject = found.dataset
    assert found.cells == 14
    assert told[subject, "E07000237", "2022-06-30", ""] == 90
    assert told[subject, "E07000237", "2022-06-30", "age=90+"] == 5
    assert "period-from-title" in rules(found)


def test_a_table_without_a_period_is_refused_with_the_cure() -> None:
    with pytest.raises(NoObservations, match="add a column period"):
        reading_of("Area,Value\nWorcester,3\n", "clubs_2019_to_2023.csv")


def test_a_year_beside_a_quarter_or_a_term_is_one_period() -> None:
    quarters = reading_of("Year,Quarter,Area,Value\n2024/25,Q2,Worcester,4\n")
    terms = reading_of("School year,Term,Area,Value\n2024/25,Spring,Worcester,4\n")
    months = reading_of("Financial year,Month,Area,Value\n2024/25,February,Worcester,4\n")
    found = [next(iter(values(reading)))[2] for reading in (quarters, terms, months)]
    assert found == ["2024/25 Q2", "2024/25 spring term", "2025-02"]


def test_days_from_and_to_are_the_period_they_span() -> None:
    text = (
        "area_code,date_from,date_to,period_type,age_from_years_inclusive,age_to_years_inclusive,"
        "value\nE07000237,2023-04-01,2024-03-31,Financial,0,14,5\n"
    )
    assert values(reading_of(text)) == {("clubs", "E07000237", "2023/24", "age=0 to 14"): 5.0}


def test_titles_with_commas_and_notes_below_are_no_value_cells() -> None:
    text = (
        "Members of clubs, by district, 2024\nCounted by the clubs\n\n"
        "Area,Period,Sex,Value,Source\nWorcester,2024,Boys,3,a\nWorcester,2024,Girls,4,a\n\n"
        'Notes\n"1. Counted twice, where in two clubs"\n'
    )
    found = reading_of(text)
    assert (found.cells, found.observations["row"].to_pylist()) == (2, [5, 6])


def test_an_area_that_stands_last_without_figures_is_no_note() -> None:
    found = reading_of("Area,2022,2023\nWorcester,1,2\nRedditch,,\n")
    assert (found.cells, found.observations.num_rows) == (4, 4)


@pytest.mark.parametrize("name", ["", "Unnamed: 0"])
def test_a_column_that_only_counts_the_rows_holds_no_values(name: str) -> None:
    text = f"{name},Area,Year,Members,Staff\n0,Worcester,2022,5,1\n1,Worcester,2023,6,1\n"
    assert reading_of(text).cells == 4


def test_shares_and_months_of_a_workbook_are_read_as_they_are_shown() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Return")
        share, month = book.add_format({"num_format": "0.0%"}), book.add_format()
        month.set_num_format("mmm-yy")
        sheet.write_row(2, 1, ["Area", "Month", "Value", "Said as"])
        for row, (figure, text) in enumerate(((0.456, "12"), (1, "13")), start=3):
            sheet.write(row, 1, "Worcester")
            sheet.write_datetime(row, 2, datetime(2024, row, 1), month)  # noqa: DTZ001
            sheet.write_number(row, 3, figure, share)
            sheet.write_string(row, 4, text)

    found = read_observations(workbook(build), "clubs.xlsx")
    assert [row["row"] for row in found.observations.to_pylist()] == [4, 5]
    assert sorted(str(value) for value in values(found).values()) == ["100.0", "45.6"]


def _sheet(name: str, rows: list[list[object]]) -> Callable[[xlsxwriter.Workbook], None]:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)

    return build


def test_every_sheet_with_observations_is_read_and_its_name_may_say_the_period() -> None:
    header: list[object] = ["Area", "Value"]
    data = workbook(
        _sheet("Read me", [["Members of clubs"], ["Asked in spring"]]),
        _sheet("2022-23", [header, ["Worcester", 4]]),
        _sheet("2023-24", [header, ["Worcester", 5]]),
    )
    assert values(read_observations(data, "clubs.xlsx")) == {
        ("clubs", "E07000237", "2022/23", ""): 4.0,
        ("clubs", "E07000237", "2023/24", ""): 5.0,
    }


def test_sheets_named_after_what_they_count_are_indicators() -> None:
    rows: list[list[object]] = [["Area", "Year", "Value"], ["Worcester", 2024, 4]]
    data = workbook(_sheet("Skating", rows), _sheet("Rowing", rows))
    assert {key[0] for key in values(read_observations(data, "clubs.xlsx"))} == {
        "clubs/skating",
        "clubs/rowing",
    }


def test_a_header_over_several_columns_is_said_with_each() -> None:
    rows: list[list[object]] = [
        ["Members by quarter"],
        ["", "", "2023/24", "", "2024/25", ""],
        ["Area code", "Area", "Q3", "Q4", "Q1", "Q2"],
        ["E07000237", "Worcester", 1, 2, 3, 4],
    ]
    found = read_observations(workbook(_sheet("Return", rows)), "clubs.xlsx")
    assert [key[2] for key in values(found)] == [
        "2023/24 Q3",
        "2023/24 Q4",
        "2024/25 Q1",
        "2024/25 Q2",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!DOCTYPE html><html><table></table></html>", "web page"),
        (b"\x1f\x8b\x08broken", "damaged"),
        (b"PK\x03\x04 data/a.csv", "zip archive"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableTable, match=said) as caught:
        read_observations(data, "a")
    assert caught.value.cure


def test_an_area_merged_over_several_rows_stands_in_each_of_them() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Return")
        sheet.write_row(2, 1, ["Area", "Year", "Value"])
        sheet.merge_range(3, 1, 5, 1, "Worcester")
        for row in range(3, 6):
            sheet.write_row(row, 2, [2019 + row, row])

    found = read_observations(workbook(build), "clubs.xlsx")
    assert [(row["area"], row["row"]) for row in found.observations.to_pylist()] == [
        ("E07000237", 4),
        ("E07000237", 5),
        ("E07000237", 6),
    ]


def test_a_percentage_of_an_open_document_is_read_as_it_is_shown() -> None:
    names = "office table text".split()
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )

    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def text(word: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'

    share = '<table:table-cell office:value-type="percentage" office:value="0.456"/>'
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="T">{row(text("Area"), text("Year"), text("Value"))}'
        f"{row(text('Worcester'), text('2024'), share)}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    found = read_observations(out.getvalue(), "clubs.ods")
    assert list(values(found).values()) == [45.6]


def test_decimal_commas_are_read_where_a_number_can_be_nothing_else() -> None:
    found = reading_of(
        "Area;Period;Value;Lower;Population\nKent;2023/24;12,5;1,234;2.000\nSurrey;2023/24;c;0,5;900\n"
    )
    kent, surrey = found.observations.to_pylist()
    assert (kent["value"], kent["lower"], kent["denominator"]) == (12.5, 1.234, 2000)
    assert (surrey["status"], surrey["lower"]) == ("suppressed", 0.5)
    assert "decimal-commas" in rules(found)


def test_commas_between_thousands_stay_what_they_are() -> None:
    found = reading_of('Area,Period,Value\n"Bristol, City of",2023,"1,234"\nKent,2023,"3,250"\n')
    assert [row["value"] for row in found.observations.to_pylist()] == [1234, 3250]
    assert "decimal-commas" not in rules(found)


def test_a_column_with_both_commas_and_points_is_told() -> None:
    found = reading_of('Area,Period,Value\nSurrey,2023,"12,5"\nKent,2023,3.25\n')
    assert values(found) == {("clubs", "E10000016", "2023", ""): 3.25}
    (told,) = (finding for finding in found.findings if finding.rule == "value-not-read")
    assert "12.5" in (told.fix or "")


def test_a_row_about_a_region_is_not_about_its_country() -> None:
    found = reading_of(
        "year,level,country_code,region_code,region_name,new_la_code,la_name,absent\n"
        "2023,NATIONAL,E92000001,,,,,7\n"
        "2023,Regional,E92000001,E12000005,West Midlands,,,8\n"
        "2023,Local authority,E92000001,E12000005,West Midlands,,Kent,9\n"
    )
    assert values(found) == {
        ("clubs", "E92000001", "2023", ""): 7,
        ("clubs", "E12000005", "2023", ""): 8,
        ("clubs", "E10000016", "2023", ""): 9,
    }


def test_days_in_steps_divide_where_rows_would_stand_twice_without_them() -> None:
    found = reading_of(
        "Area,Year,Days away,Children,Sessions\nKent,2023,Total,40,90\nKent,2023,1,25,50\n"
        "Kent,2023,2,9,20\nKent,2023,3,4,12\nKent,2023,4 or more,2,8\n"
    )
    held = values(found)
    assert held["clubs/children", "E10000016", "2023", ""] == 40
    assert held["clubs/children", "E10000016", "2023", "days away=4 or more"] == 2
    assert held["clubs/sessions", "E10000016", "2023", "days away=1"] == 50
    assert len(held) == 10


def test_totals_of_several_parts_are_no_total_of_all() -> None:
    found = reading_of(
        "Area,Year,Ethnicity,Value\nKent,2023,Ethnicity total,40\nKent,2023,White total,30\n"
        "Kent,2023,Mixed total,10\n"
    )
    assert values(found) == {
        ("clubs", "E10000016", "2023", ""): 40,
        ("clubs", "E10000016", "2023", "ethnicity=White total"): 30,
        ("clubs", "E10000016", "2023", "ethnicity=Mixed total"): 10,
    }


def test_a_census_table_lacks_only_its_year() -> None:
    header = "2023 Upper tier local authorities Code,2023 Upper tier local authorities"
    rows = f"{header},Ethnic group (5 categories),Observation\nE10000016,Kent,White,7\n"
    with pytest.raises(NoObservations, match="what period"):
        reading_of(rows)
    assert values(reading_of(rows, "census_2021.csv")) == {
        ("census", "E10000016", "2021", "ethnic group 5 categories=White"): 7
    }


def test_a_table_of_numbered_neighbours_holds_no_observations() -> None:
    with pytest.raises(NoObservations, match="neighbours"):
        reading_of(
            "LA number,LA name,SN1,SNP,SN2\n885,Worcestershire,933,Close,916\n", "sn_2021.csv"
        )


def test_measures_under_years_side_by_side_keep_their_own_year() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet, plain = book.add_worksheet("Data"), book.add_format()
        sheet.merge_range(0, 0, 0, 4, "Visits to clubs", plain)
        sheet.merge_range(2, 1, 2, 2, "2022/23", plain)
        sheet.merge_range(2, 3, 2, 4, "2023/24", plain)
        sheet.write_row(3, 0, ["District", "Number", "Rate", "Number", "Rate"])
        sheet.write_row(4, 0, ["Worcester", 5, 1.5, 6, 1.75])

    found = read_observations(workbook(build), "clubs.xlsx")
    assert values(found) == {
        ("clubs/number", "E07000237", "2022/23", ""): 5,
        ("clubs/rate", "E07000237", "2022/23", ""): 1.5,
        ("clubs/number", "E07000237", "2023/24", ""): 6,
        ("clubs/rate", "E07000237", "2023/24", ""): 1.75,
    }


def test_a_period_before_the_words_of_a_header_is_its_period() -> None:
    found = reading_of(
        "District,2023/24 Q1 visits,Q2 2023/24 visits,2023 notes\nWorcester,4,5,fine\n"
    )
    held = values(found)
    assert {(period, value) for (_, _, period, _), value in held.items()} == {
        ("2023/24 Q1", 4),
        ("2023/24 Q2", 5),
    }


@pytest.mark.parametrize("cell", ["12 per cent", "12pc", "12 Percent", "12%"])
def test_percent_in_words_is_a_number(cell: str) -> None:
    found = reading_of(f"Area,Year,Value\nKent,2023,{cell}\n")
    assert [row["value"] for row in found.observations.to_pylist()] == [12]


def test_a_row_that_stands_twice_by_a_slip_makes_no_column_of_values_a_division() -> None:
    found = reading_of(
        "Area,Year,Referrals,Plans\nKent,2023,5,7\nSurrey,2023,6,8\nKent,2023,9,4\nEssex,2023,3,2\n"
    )
    assert values(found)["clubs/referrals", "E10000016", "2023", ""] == 5
    assert "two-values-for-one-observation" in rules(found)


def test_neighbours_below_lettered_rows_of_a_workbook_are_no_observations() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("SNs")
        sheet.write_row(0, 0, [1, 2, 3, 4])
        sheet.write_row(1, 0, ["LA num", "LA name", "SN1", "SN2"])
        sheet.write_row(2, 0, [885, "Worcestershire", 933, 916])

    with pytest.raises(NoObservations, match="neighbours"):
        read_observations(workbook(build), "sn.xlsx")


def test_a_number_beside_a_status_that_says_there_is_none_is_not_taken() -> None:
    found = reading_of(
        "indicator,area,period,value,status\nx,E10000016,2023,0,suppressed\nx,E10000016,2022,3,low\n"
        "x,E10000016,2021,4,ok\nx,E10000016,2020,,not_applicable\nx,E10000016,2019,5,\n"
    )
    assert values(found) == {
        ("x", "E10000016", "2023", ""): "suppressed",
        ("x", "E10000016", "2022", ""): "low",
        ("x", "E10000016", "2021", ""): 4,
        ("x", "E10000016", "2020", ""): "not_applicable",
        ("x", "E10000016", "2019", ""): 5,
    }
    assert "value-beside-status" in rules(found)


def test_months_beside_each_other_are_months_of_the_year_that_a_column_says() -> None:
    found = reading_of("Area,Year,Apr,May,Jan\nKent,2024/25,1,2,3\n")
    assert values(found) == {
        ("clubs", "E10000016", "2024-04", ""): 1,
        ("clubs", "E10000016", "2024-05", ""): 2,
        ("clubs", "E10000016", "2025-01", ""): 3,
    }


def test_quarters_beside_each_other_are_those_of_the_year_that_a_column_says() -> None:
    found = reading_of("Area,Measure,Financial year,Q1,Q2\nKent,Visits,2024/25,5,c\n")
    assert values(found) == {
        ("Visits", "E10000016", "2024/25 Q1", ""): 5,
        ("Visits", "E10000016", "2024/25 Q2", ""): "suppressed",
    }


def test_a_scorecard_of_one_authority_has_its_area_from_the_title() -> None:
    found = reading_of(
        "Kent clubs scorecard\n\nRef,Indicator,Good is,2022/23,Q1 2023/24,Target 2023/24,RAG,Lead\n"
        "C1,Visits,Low,20.1%,18.2%,17%,Green,Head of Clubs\nC2,Members,High,81,c,90,Amber,Head of Clubs\n"
    )
    assert values(found) == {
        ("Visits", "E10000016", "2022/23", ""): 20.1,
        ("Visits", "E10000016", "2023/24 Q1", ""): 18.2,
        ("Members", "E10000016", "2022/23", ""): 81,
        ("Members", "E10000016", "2023/24 Q1", ""): "suppressed",
    }
    assert "area-from-title" in rules(found)


def test_a_row_about_an_unknown_authority_is_not_about_its_region() -> None:
    found = reading_of(
        "Year,Region,Local authority,Value\n2023,West Midlands,,5\n2023,West Midlands,Nowhere,6\n"
        "2023,West Midlands,Total,5\n2023,West Midlands,Worcestershire,7\n"
    )
    assert values(found) == {
        ("clubs", "E12000005", "2023", ""): 5,
        ("clubs", "E10000034", "2023", ""): 7,
    }
    assert "unknown-area" in rules(found)
