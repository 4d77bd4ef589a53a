from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import data_files
from oneplan.exchange.data_readers.data_files import read_observations

NAME = "d3_cpps_subsequent_plan_2013_to_2025.csv"
SHARE = "d3_cpps_subsequent_plan/CPP_subsequent_percent"
COLUMNS = ("CPP_start", "CPP_subsequent", "CPP_subsequent_percent")

Counts = tuple[float | None, float | None]


def counts_of(
    *rows: Sequence[str], name: str = NAME, columns: Sequence[str] = COLUMNS
) -> list[Counts]:
    places = (
        data_files.county("2025", "Reporting year"),
        data_files.england("2025", "Reporting year"),
    )
    data = data_files.ees(
        columns, [[*place, *row] for place, row in zip(places, rows, strict=False)]
    )
    observations = read_observations(data, name).observations.to_pylist()
    return [
        (each["numerator"], each["denominator"])
        for each in observations
        if each["indicator"].endswith("subsequent_percent")
    ]


def test_counts_come_along_with_the_share_that_they_give() -> None:
    assert counts_of(["600", "150", "25.0"], ["9000", "2123", "23.6"]) == [(150, 600), (2123, 9000)]


@pytest.mark.parametrize(
    "row",
    [
        ["600", "150", "24.9"],
        ["600", "c", "25.0"],
        ["600", "150", "c"],
        ["0", "0", "0.0"],
        ["z", "z", "z"],
    ],
)
def test_counts_that_do_not_give_the_printed_share_stay_away(row: Sequence[str]) -> None:
    assert counts_of(row) == [(None, None)]


def test_a_share_printed_without_decimals_is_given_by_counts_within_half_of_one() -> None:
    assert counts_of(["600", "152", "25"]) == [(152, 600)]
    assert counts_of(["600", "160", "26"]) == [(None, None)]


def test_a_file_that_is_not_in_the_catalogue_has_no_counts() -> None:
    assert counts_of(["600", "150", "25.0"], name="clubs_2024.csv") == [(None, None)]


def test_without_the_columns_of_the_counts_there_are_none() -> None:
    assert counts_of(["150", "25.0"], columns=COLUMNS[1:]) == [(None, None)]
