"""Labels of periods in order of time."""

from __future__ import annotations

import pytest

from oneplan.evidence.calculations.times import in_order, moment_of
from oneplan.vocabulary.estimates import Impossible

IN_ORDER = [
    ["2015", "2016", "2020"],
    ["1", "2", "10", "11.5"],
    ["2019-20", "2020-21", "2021/22", "2022/2023"],
    ["2004-05", "2005-06"],
    ["2024-01", "2024-02", "2024-11"],
    ["2023-12-31", "2024-01-02", "2024-01-15T09:00"],
    ["31/12/2023", "01/02/2024", "03/01/2025"],
    ["Q1 2021/22", "Q4 2021/22", "Q2 2022/23"],
    ["2021 Q1", "2021 Q2", "2022 Q1"],
    ["Dec 2023", "January 2024", "Feb 2024", "October 2024"],
    ["Apr-23", "Dec-23", "Jan-24"],
    ["April 2023/24", "December 2023/24", "March 2023/24", "April 2024/25"],
    ["Week 2 2024", "Week 12 2024", "Week 1 2025"],
    ["Autumn 2023/24", "Spring 2023/24", "Summer 2023/24", "Autumn 2024/25"],
    ["Autumn 2023", "Spring 2024", "Summer 2024", "Autumn 2024"],
    ["5 March 2024", "21st March 2024", "1 April 2024"],
    ["wave 2", "wave 10"],
]


@pytest.mark.parametrize("labels", IN_ORDER, ids=lambda labels: labels[0])
def test_labels_are_put_in_order_of_time(labels: list[str]) -> None:
    turned = [{"t": label} for label in reversed(labels)]
    assert [turned[place]["t"] for place in in_order(turned, "t")] == labels


def test_rows_without_a_time_stay_as_they_stand() -> None:
    assert in_order([{"t": ""}, {"t": "NA"}, {}], "t") == [0, 1, 2]
    assert in_order([{"t": "before"}, {"t": "after"}], "t") == [0, 1]


@pytest.mark.parametrize(
    ("labels", "said"),
    [(("2020", ""), "cannot be put in order"), (("2020", "2021", "2020 "), "stands twice")],
)
def test_a_series_that_cannot_be_ordered_is_said(labels: tuple[str, ...], said: str) -> None:
    with pytest.raises(Impossible, match=said):
        in_order([{"t": label} for label in labels], "t")


@pytest.mark.parametrize("label", ["", "total", "1 to 4"])
def test_other_words_are_no_moment(label: str) -> None:
    assert moment_of(label) is None
