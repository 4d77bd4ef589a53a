"""How officers write where things stand beside where they should get to."""

import pytest

from oneplan.document.phrases.measures import read_measure


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        (
            "85% of bridges inspected within 30 working days (61% at May 2022)",
            (61, "2022-05"),
            (85, None),
        ),
        (
            "Every ferry, 100%, has a ramp by June 2025 (40% in June 2023)",
            (40, "2023-06"),
            (100, "2025-06"),
        ),
        ("Median wait 9 weeks (22 weeks in April 2023)", (22, "2023-04"), (9, None)),
        (
            "Narrow the gap to 6 percentage points by 2027 (9.1 ppts in 2024)",
            (9.1, "2024"),
            (6, "2027"),
        ),
        (
            "Number of wells closed: 7 in 2021/22 to 15 in 2023/24",
            (7, "2021/22"),
            (15, "2023/24"),
        ),
    ],
)
def test_a_dated_level_in_brackets_is_where_things_stood(
    text: str, baseline: tuple[float, str], target: tuple[float, str | None]
) -> None:
    measure = read_measure(text)
    assert [(known.value, known.period) for known in measure.baselines] == [baseline]
    assert [(known.value, known.period) for known in measure.targets] == [target]


def test_what_is_counted_as_closed_does_not_say_that_the_count_falls() -> None:
    assert read_measure("Number of wells closed: 7 in 2021/22 to 15 in 2023/24").direction == (
        "increase"
    )


@pytest.mark.parametrize(
    ("text", "change", "unit"),
    [
        ("Average fare falls by 4%", -4, None),
        ("Share of trips by ferry up 3 percentage points", 3, "points"),
        ("Target: 8% reduction in 2024/25", -8, None),
        ("Target: 12% increase", 12, None),
    ],
)
def test_a_change_is_no_level(text: str, change: float, unit: str | None) -> None:
    (target,) = read_measure(text).targets
    assert (target.value, target.change_by, target.change_unit) == (None, change, unit)


def test_people_whom_replies_come_from_are_no_baseline() -> None:
    measure = read_measure("7 walks held; comments from 90 walkers")
    assert [target.value for target in measure.targets] == [7]
    assert measure.baselines == []


def test_signs_before_a_number_set_a_bound() -> None:
    relations = [
        read_measure(text).targets[0].relation
        for text in ("Target: <5%", "Target: ≥ 95%", "Target: >= 20", "Target: ≤ 3")
    ]
    assert relations == ["at_most", "at_least", "at_least", "at_most"]


def test_no_one_who_waits_longer_bounds_the_wait_from_above() -> None:
    (target,) = read_measure("By May 2026 no caller will wait more than 9 minutes").targets
    assert (target.value, target.relation) == (9, "at_most")


def test_a_rate_takes_its_unit_from_the_words_of_the_indicator() -> None:
    measure = read_measure("Falls from ladders per 100,000: reduce from 41 (2021/22) to 30")
    assert measure.unit == "per 100,000"


def test_the_number_of_a_statutory_return_is_no_value() -> None:
    assert read_measure("Ferry figures (417 return)").targets == []
