"""Tables that leave to their title, sheet or file name what every row is about."""

from __future__ import annotations

import pytest

from oneplan.exchange.data_readers.data_files import read_observations
from oneplan.exchange.data_readers.reading import DataReading, NoObservations


def reading_of(text: str, name: str = "clubs.csv") -> DataReading:
    reading = read_observations(text.encode(), name)
    assert reading.cells == reading.observations.num_rows + sum(reading.rejected.values())
    return reading


def rows(reading: DataReading) -> list[tuple[object, ...]]:
    names = ("indicator", "area", "period", "group", "value")
    return [tuple(row[name] for name in names) for row in reading.observations.to_pylist()]


def test_one_area_in_the_title_is_the_area_of_all_rows() -> None:
    text = "Worcestershire County Council: members by month\n\nMonth,Members,Staff\nApr-24,100,20\n"
    reading = reading_of(text)
    assert [row[1:3] for row in rows(reading)] == [("E10000034", "2024-04")] * 2
    assert "area-from-title" in [finding.rule for finding in reading.findings]


def test_two_areas_in_the_title_are_none() -> None:
    text = "Worcestershire and Herefordshire\n\nMonth,Members\nApr-24,100\n"
    with pytest.raises(NoObservations, match="add a column area"):
        reading_of(text)


def test_a_date_of_publication_is_not_the_period() -> None:
    text = "Published 12 May 2025\nYear: 2023/24\n\nArea,Members\nWorcester,5\n"
    assert [row[2] for row in rows(reading_of(text))] == ["2023/24"]


def test_the_period_of_several_measures_may_stand_in_the_file_name() -> None:
    reading = reading_of("Area,Members,Staff\nWorcester,5,1\n", "clubs q2 2024-25.csv")
    assert [row[2] for row in rows(reading)] == ["2024/25 Q2"] * 2


def test_areas_are_known_by_what_a_column_holds() -> None:
    text = "Where we work,Year,Members\nWorcester,2023,5\nRedditch,2023,6\n"
    assert [(row[1], row[3]) for row in rows(reading_of(text))] == [
        ("E07000237", ""),
        ("E07000236", ""),
    ]


def test_boys_and_girls_over_the_years_are_groups() -> None:
    text = "Area,Boys 2022,Girls 2022,Total 2022\nWorcester,1,2,3\n"
    assert {row[3]: row[4] for row in rows(reading_of(text))} == {
        "sex=Male": 1,
        "sex=Female": 2,
        "": 3,
    }


def test_a_rate_beside_the_years_is_an_indicator_of_its_year() -> None:
    text = "Area,2021,2022,Rate per 1000 2022\nWorcester,1,2,3\n"
    assert [(row[0], row[2], row[4]) for row in rows(reading_of(text))] == [
        ("clubs", "2021", 1),
        ("clubs", "2022", 2),
        ("clubs/rate-per-1000", "2022", 3),
    ]


def test_words_in_brackets_say_the_kind_of_year_and_the_unit() -> None:
    reading = reading_of("Area,Period (financial year),Value (%)\nWorcester,2023/24,45.5\n")
    assert reading.observations["period_kind"].to_pylist() == ["financial"]
    assert reading.definitions[0].unit == "%"


def test_what_was_reached_is_read_and_what_was_aimed_at_is_told_of() -> None:
    text = "Area,Indicator,Year,Target,Actual\nWorcester,Skating,2023,9,7\n"
    reading = reading_of(text)
    assert rows(reading) == [("Skating", "E07000237", "2023", "", 7)]
    (finding,) = [item for item in reading.findings if item.rule == "column-not-read"]
    assert finding.quotes == ("Target",)


def test_several_figures_of_several_indicators_are_told_apart() -> None:
    text = (
        "Area,Indicator,Year,Members,Staff %\nWorcester,Skating,2023,9,7\n"
        "Worcester,Rowing,2023,8,6\n"
    )
    reading = reading_of(text)
    assert {row[0]: row[4] for row in rows(reading)} == {
        "Skating/members": 9,
        "Rowing/members": 8,
        "Skating/staff-percent": 7,
        "Rowing/staff-percent": 6,
    }
    names = {item.code: (item.name, item.unit) for item in reading.definitions}
    assert names["Rowing/staff-percent"] == ("Rowing: Staff %", "%")


def test_limits_are_known_by_their_words() -> None:
    text = "Area,Year,% late,95% CI lower,95% CI upper\nWorcester,2023,45.5,40,50\n"
    (row,) = reading_of(text).observations.to_pylist()
    assert (row["value"], row["lower"], row["upper"]) == (45.5, 40, 50)


def test_days_of_a_register_are_no_period() -> None:
    text = "area,start-date,end-date,size\nWorcester,1974-04-01,,33\n"
    with pytest.raises(NoObservations, match="add a column period"):
        reading_of(text, "register.csv")


@pytest.mark.parametrize(
    "text",
    [
        "la_code,la_name,region_name\nE07000237,Worcester,West Midlands\n",
        "area,neighbour,position\nE07000237,E07000236,1\n",
        "Period,Value\n2023,3\n",
    ],
)
def test_lists_of_areas_and_figures_of_nowhere_hold_no_observations(text: str) -> None:
    with pytest.raises(NoObservations) as caught:
        reading_of(text)
    assert str(caught.value).endswith(".")
