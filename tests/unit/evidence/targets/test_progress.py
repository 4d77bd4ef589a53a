from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.statistics.target import outlook
from oneplan.evidence.targets.facts import Result
from oneplan.evidence.targets.progress import Progress, Start, progress

DUE = date(2027, 3, 31)
START = Start(60, date(2021, 3, 31))


def years(*values: float | None, first: int = 2020, half: float | None = None) -> list[Result]:
    return [
        Result(
            f"{year}/{(year + 1) % 100:02d}",
            date(year, 4, 1),
            date(year + 1, 3, 31),
            value,
            lower=None if half is None or value is None else value - half,
            upper=None if half is None or value is None else value + half,
        )
        for year, value in enumerate(values, start=first)
    ]


def made(*args: object, **kwargs: object) -> Progress:
    found = progress(*args, **kwargs)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_the_line_runs_straight_from_the_baseline_to_the_target() -> None:
    found = made(years(60, 62, 66), 72, "high", DUE, START)
    assert found.expected == pytest.approx(60 + 12 * 2 / 6, abs=0.01)
    assert (found.standing, found.distance) == ("on_track", 6)
    assert found.share == pytest.approx(0.5)
    assert made(years(60, 61, 62), 72, "high", DUE, START).standing == "behind"


def test_where_low_is_good_everything_is_turned_round() -> None:
    found = made(years(60, 57, 55), 48, "low", DUE, START)
    assert (found.standing, found.distance) == ("on_track", 7)
    assert made(years(60, 59), 48, "low", DUE, START).standing == "behind"
    assert made(years(60, 47), 48, "low", DUE, START).standing == "reached"


def test_the_pace_is_a_change_a_year_and_so_is_the_one_needed() -> None:
    found = made(years(60, 62, 64), 72, "high", DUE)
    assert (found.pace, found.needed_pace) == (pytest.approx(2), pytest.approx(2))
    quarters = [
        Result(f"Q{n}", date(2024, 3 * n - 2, 1), date(2024, 3 * n, 28), float(n))
        for n in (1, 2, 3, 4)
    ]
    assert made(quarters, 12, "high", date(2025, 12, 31)).pace == pytest.approx(4)
    assert made(quarters, 12, "high", date(2025, 12, 31)).needed_pace == pytest.approx(8)


def test_the_chance_is_that_of_the_straight_line_through_the_points() -> None:
    values = [60, 63, 62, 66, 65]
    found = made(years(*values, first=2019), 70, "high", DUE)
    expected = outlook(values, 8, 70, "high")
    assert found.chance == pytest.approx(expected.chance)
    assert found.forecast == expected.forecast


def test_a_missing_year_keeps_its_place() -> None:
    found = made(years(60, 62, None, 66, 68, 71), 80, "high", DUE)
    assert found.chance == pytest.approx(outlook([60, 62, None, 66, 68, 71], 7, 80, "high").chance)


def test_pace_and_chance_rest_on_the_results_since_the_start_or_the_last_five() -> None:
    results = years(90, 80, 70, 60, 61, 62, 63, 64, first=2017)
    assert made(results, 70, "high", DUE).pace == pytest.approx(1)
    assert made(results, 70, "high", DUE).points == 5
    assert made(results, 70, "high", DUE, Start(90, date(2018, 3, 31))).points == 8


def test_points_on_a_line_are_not_surer_than_their_intervals() -> None:
    sure = made(years(60, 62, 64, 66, 68, first=2019), 75, "high", DUE)
    wide = made(years(60, 62, 64, 66, 68, first=2019, half=4), 75, "high", DUE)
    assert sure.chance == 0.0
    assert wide.chance is not None
    assert 0.05 < wide.chance < 0.5


@pytest.mark.parametrize(
    ("results", "due", "reason"),
    [
        (years(60, 62, 64), DUE, "fewer_than_five_years"),
        (years(60, 62, 64, 66, 68), None, "no_day"),
        (years(60, 62, 64, 66, 68), date(2025, 3, 31), "reached_day"),
        (years(60, 62, 64, 66, 68), date(2022, 3, 31), "past"),
    ],
)
def test_without_a_chance_the_reason_is_told(
    results: list[Result], due: date | None, reason: str
) -> None:
    found = made(results, 80, "high", due)
    assert (found.chance, found.no_chance) == (None, reason)


def test_rolling_periods_have_no_pace_since_they_share_years() -> None:
    rolling = [
        Result(f"{y}", date(y, 1, 1), date(y + 2, 12, 31), 50.0 + y % 7) for y in range(2012, 2020)
    ]
    found = made(rolling, 80, "high", DUE)
    assert (found.pace, found.chance, found.no_chance) == (None, None, "overlapping_periods")
    assert found.needed_pace is not None


def test_results_before_a_break_are_left_out_of_the_pace() -> None:
    results = years(10, 20, 60, 61, 62)
    assert made(results, 80, "high", DUE, None, [date(2022, 4, 1)]).pace == pytest.approx(1)


def test_without_a_value_there_is_no_progress() -> None:
    assert progress(years(None, None), 80, "high", DUE) is None
    assert progress([], 80, "high", DUE) is None


@given(
    st.lists(st.none() | st.floats(-1e4, 1e4), min_size=1, max_size=9),
    st.floats(-1e4, 1e4),
    st.sampled_from(["high", "low"]),
    st.none() | st.dates(date(2015, 1, 1), date(2040, 1, 1)),
    st.none() | st.floats(-1e4, 1e4),
)
def test_whatever_the_figures_either_a_chance_or_a_reason_is_given(
    values: list[float | None], target: float, good: str, due: date | None, start: float | None
) -> None:
    begin = None if start is None else Start(start, date(2020, 3, 31))
    found = progress(years(*values), target, good, due, begin)  # type: ignore[arg-type]
    if found is None:
        assert all(value is None for value in values)
        return
    assert (found.chance is None) == (found.no_chance is not None)
    assert found.chance is None or 0 <= found.chance <= 1
    assert (found.standing == "reached") == (found.distance <= 0)
