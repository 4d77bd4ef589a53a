from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.exchange.data_readers.ees_periods import ees_period
from oneplan.exchange.data_readers.period_labels import read_period
from oneplan.vocabulary.periods import YearKind


@pytest.mark.parametrize(
    ("label", "kind", "start", "end", "read_as"),
    [
        ("2025", "academic", date(2024, 9, 1), date(2025, 8, 31), "academic"),
        ("2025", "financial", date(2024, 4, 1), date(2025, 3, 31), "financial"),
        ("2025", "calendar", date(2025, 1, 1), date(2025, 12, 31), "calendar"),
        ("2025", None, date(2025, 1, 1), date(2025, 12, 31), "unstated"),
        ("2024-25", "financial", date(2024, 4, 1), date(2025, 3, 31), "financial"),
        ("2023/24", "academic", date(2023, 9, 1), date(2024, 8, 31), "academic"),
        ("1999/00", None, date(1999, 4, 1), date(2000, 3, 31), "unstated"),
        ("2014-16", "calendar", date(2014, 1, 1), date(2016, 12, 31), "pooled"),
        ("2020 - 22", None, date(2020, 1, 1), date(2022, 12, 31), "pooled"),
        ("2021/22-23/24", "financial", date(2021, 4, 1), date(2024, 3, 31), "pooled"),
        ("2024-09-01/P1Y", None, date(2024, 9, 1), date(2025, 8, 31), "academic"),
        ("2024-04-01/P1Y", None, date(2024, 4, 1), date(2025, 3, 31), "financial"),
        ("2020-01-01/P3Y", None, date(2020, 1, 1), date(2022, 12, 31), "pooled"),
        ("2024-03-31", None, date(2024, 3, 31), date(2024, 3, 31), "reporting_day"),
        ("31/03/2024", None, date(2024, 3, 31), date(2024, 3, 31), "reporting_day"),
        ("2023/24 Q4", None, date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("March 2021", None, date(2021, 3, 1), date(2021, 3, 31), "month"),
        ("2023-04", None, date(2023, 4, 1), date(2023, 4, 30), "month"),
        ("Apr-24", None, date(2024, 4, 1), date(2024, 4, 30), "month"),
        ("2020 Jan", None, date(2020, 1, 1), date(2020, 1, 31), "month"),
        ("202404", None, date(2024, 4, 1), date(2024, 4, 30), "month"),
        ("202425", None, date(2024, 4, 1), date(2025, 3, 31), "unstated"),
        ("24/25", "academic", date(2024, 9, 1), date(2025, 8, 31), "academic"),
        ("FY 2024-25", None, date(2024, 4, 1), date(2025, 3, 31), "financial"),
        ("2024/25 academic year", None, date(2024, 9, 1), date(2025, 8, 31), "academic"),
        ("Q1 2024/25", None, date(2024, 4, 1), date(2024, 6, 30), "quarter"),
        ("Q2 24/25", "academic", date(2024, 12, 1), date(2025, 2, 28), "quarter"),
        ("Quarter 3 (Oct-Dec) 2024-25", None, date(2024, 10, 1), date(2024, 12, 31), "quarter"),
        ("Q4 2024", None, date(2024, 10, 1), date(2024, 12, 31), "quarter"),
        ("April to June 2024", None, date(2024, 4, 1), date(2024, 6, 30), "quarter"),
        ("Nov 2023 - Jan 2024", None, date(2023, 11, 1), date(2024, 1, 31), "quarter"),
        ("Aug 2019 - Jul 2022", None, date(2019, 8, 1), date(2022, 7, 31), "pooled"),
        ("H2 2024/25", None, date(2024, 10, 1), date(2025, 3, 31), "half_year"),
        ("Year ending March 2025", None, date(2024, 4, 1), date(2025, 3, 31), "financial"),
        ("12 months to 30 June 2025", None, date(2024, 7, 1), date(2025, 6, 30), "unstated"),
        ("Quarter ending June 2024", None, date(2024, 4, 1), date(2024, 6, 30), "quarter"),
        ("as at 31 March 2025", None, date(2025, 3, 31), date(2025, 3, 31), "reporting_day"),
        ("31-Mar-25", None, date(2025, 3, 31), date(2025, 3, 31), "reporting_day"),
        ("45383", None, date(2024, 4, 1), date(2024, 4, 1), "reporting_day"),
        ("mid-2020", None, date(2020, 6, 30), date(2020, 6, 30), "reporting_day"),
        ("Autumn 2024", None, date(2024, 9, 1), date(2024, 12, 31), "term"),
        ("Spring term 2025", None, date(2025, 1, 1), date(2025, 4, 30), "term"),
        ("2025-W05", None, date(2025, 1, 27), date(2025, 2, 2), "week"),
        ("w/e 09/02/2025", None, date(2025, 2, 3), date(2025, 2, 9), "week"),
        ("2020/21 - 2022/23", "financial", date(2020, 4, 1), date(2023, 3, 31), "pooled"),
    ],
)
def test_a_label_is_read_with_its_days_and_kind(
    label: str, kind: YearKind | None, start: date, end: date, read_as: str
) -> None:
    period = read_period(label, kind)
    assert period is not None
    assert (period.start, period.end, period.kind) == (start, end, read_as)


@pytest.mark.parametrize(
    ("label", "revision"),
    [
        ("2018 (Rev)", "revised"),
        ("2025 (prov)", "provisional"),
        ("2021 (Final)", "final"),
        ("2024p", "provisional"),
        ("2023 [r]", "revised"),
    ],
)
def test_how_final_a_period_is_stands_apart_from_its_label(label: str, revision: str) -> None:
    period = read_period(label)
    assert period is not None
    assert (period.revision, period.label) == (revision, label[:4])


@pytest.mark.parametrize(
    "label",
    [
        "0",
        "",
        "-",
        "n/a",
        "99999",
        "2023/19-24/25",
        "2023-13-01",
        "31/02/2024",
        "YTD 2024/25",
        "Q5 2024",
        "Jun 2024 to Jan 2024",
        "12345",
        "24/26",
    ],
)
def test_what_names_no_period_is_none(label: str) -> None:
    assert read_period(label) is None


@pytest.mark.parametrize(
    ("number", "identifier", "start", "kind"),
    [
        ("202425", "Academic year", date(2024, 9, 1), "academic"),
        ("202425", "Financial year", date(2024, 4, 1), "financial"),
        ("2024", "Calendar year", date(2024, 1, 1), "calendar"),
        ("2024", "Reporting year", date(2024, 1, 1), "reporting_day"),
        ("202425", "Spring term", date(2025, 1, 1), "term"),
        ("202425", "Financial year Q2", date(2024, 7, 1), "quarter"),
        ("202425", "Part 2 (October to March)", date(2024, 10, 1), "half_year"),
        ("2024/2025", "Academic year", date(2024, 9, 1), "academic"),
        ("2024/25", "Autumn and spring term", date(2024, 9, 1), "term"),
        ("2024", "Calendar year Q2", date(2024, 4, 1), "quarter"),
        ("2024", "Week 2", date(2024, 1, 8), "week"),
        ("2024", "November", date(2024, 11, 1), "month"),
    ],
)
def test_time_columns_say_the_period(number: str, identifier: str, start: date, kind: str) -> None:
    period = ees_period(number, identifier)
    assert period is not None
    assert (period.start, period.kind) == (start, kind)


@pytest.mark.parametrize(
    ("number", "identifier"),
    [("202426", "Academic year"), ("2024", "Week 60"), ("", ""), ("2024", "Moon year")],
)
def test_time_columns_that_name_none_give_none(number: str, identifier: str) -> None:
    assert ees_period(number, identifier) is None


@given(st.text(max_size=30))
def test_no_label_breaks_the_reader(label: str) -> None:
    period = read_period(label)
    assert period is None or period.start <= period.end


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2021-04/P1M", "2021-04"),
        ("2021/P1Y", "2021"),
        ("2019-01-01/2019-12-31", "2019"),
        ("2019-01-01/2020-01-01", "2019"),
        ("2019-09-01T00:00:00/2020-08-31T00:00:00", "2019/20"),
    ],
)
def test_intervals_of_the_standard_are_read_however_they_are_written(
    label: str, expected: str
) -> None:
    found = read_period(label)
    assert found is not None
    assert found.label == expected


@pytest.mark.parametrize("label", ["2019-01-01/2018-01-01", "2019-01-05/2019-12-31"])
def test_days_that_are_no_whole_months_are_no_period(label: str) -> None:
    assert read_period(label) is None
