"""Sentences that say where things stand and where they are to get to without "from" and "target"."""

import pytest

from oneplan.document.phrases.measures import read_measure


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Ferries on time: 61% in May 2023, 80% by May 2025", (61, "2023-05"), (80, "2025-05")),
        (
            "Fewer swans hit by boats: 14% in 2022/23, falling to 6% in 2024/25",
            (14, "2022/23"),
            (6, "2024/25"),
        ),
        (
            "Cut 9 open sluices (May 2023) to nil by June 2025",
            (9, "2023-05"),
            (0, "2025-06"),
        ),
        (
            "Otter deaths on roads: 8.1 per 100,000 in 2022/23 to 0.7 per 10,000 in 2025/26",
            (8.1, "2022/23"),
            (0.7, "2025/26"),
        ),
        (
            "Improve our ranking on bathing water from 88th in 2022 to 40th in 2026",
            (88, "2022"),
            (40, "2026"),
        ),
        ("Move from 71st to 50th of 98 harbours by 2027", (71, None), (50, "2027")),
        ("National rank for moorings: 90th in 2023, 60th by 2027", (90, "2023"), (60, "2027")),
        ("Ranked 120th of 152 (2023); target: 90th by 2026", (120, "2023"), (90, "2026")),
        ("Wrecks: baseline 310 in 2023; target nil by 2027", (310, "2023"), (0, "2027")),
        (
            "Wrecks: baseline 45 (2023/24), milestone 30 (2024/25), target 20 (2025/26)",
            (45, "2023/24"),
            (20, "2025/26"),
        ),
        (
            "Boats waiting more than 30 days: fewer than 12 by May 2025, down from 45 in May 2023",
            (45, "2023-05"),
            (12, "2025-05"),
        ),
        (
            "Waits of over 6 weeks to fall from 70 in May 2023 to 20 in May 2026",
            (70, "2023-05"),
            (20, "2026-05"),
        ),
    ],
)
def test_where_things_stand_and_where_they_are_to_get_to(
    text: str, baseline: tuple[float, str | None], target: tuple[float, str | None]
) -> None:
    read = read_measure(text)
    assert [(part.value, part.period) for part in read.baselines] == [baseline]
    assert [(part.value, part.period) for part in read.targets] == [target]
    assert read.targets[0].change_by is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("300 boats in 2023/24 and 420 in 2024/25", [300, 420]),
        ("Milestones: 30 boats by 2024, 40 by 2025", [30, 40]),
        ("Ferries on time: 61% by May 2023, 80% by May 2025", [61, 80]),
        ("Ferries on time: 70% in 2023/24 rising to 75% in 2024/25", [70, 75]),
    ],
)
def test_steps_of_one_year_after_another_are_all_targets(text: str, values: list[float]) -> None:
    read = read_measure(text)
    assert read.baselines == []
    assert [part.value for part in read.targets] == values


def test_a_better_rank_is_a_lower_number() -> None:
    read = read_measure("Improve our ranking on bathing water from 88th in 2022 to 40th in 2026")
    assert (read.direction, read.unit) == ("decrease", "rank")


def test_days_of_a_month_are_no_ranks() -> None:
    assert read_measure("Regattas held from 2nd to 4th June 2026").kind == "deliverable"


@pytest.mark.parametrize(
    "text",
    [
        "Raise moorings let from 60% in 2022/23 to 90% in 2025/26, with a milestone of 75% by May 2024",
        "Raise moorings let from 60% in 2022/23 to 90% in 2025/26 (milestone: 75% by May 2024)",
    ],
)
def test_the_value_of_a_milestone_is_no_target(text: str) -> None:
    read = read_measure(text)
    assert [(part.value, part.change_by) for part in read.targets] == [(90, None)]
    (milestone,) = read.milestones
    assert milestone.text.startswith("milestone")
    assert "75%" in milestone.text
    assert milestone.month == "2024-05"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Reduce groundings by a quarter, from 80 in 2022 to 60 in 2025", -25),
        ("Reduce groundings by a quarter by 2025 from 80 in 2022", -25),
        ("Litter on the quay falls 12% (from 250 sacks in 2023 to 220 sacks in 2025)", -12),
    ],
)
def test_a_change_in_words_is_read_beside_its_values(text: str, change: float) -> None:
    (target,) = read_measure(text).targets
    assert (target.change_by, target.change_unit) == (change, "percent")


@pytest.mark.parametrize(
    "text", ["Swimmers at five to reach 95% in 2026", "Falls, 65+, per 100,000: 95%"]
)
def test_ages_are_no_values(text: str) -> None:
    assert [part.value for part in read_measure(text).targets] == [95]


def test_a_report_each_quarter_is_no_change() -> None:
    assert (
        read_measure("Dredge the basin, with a report by the harbour master a quarter").targets
        == []
    )


def test_the_same_way_said_again_in_shares_is_no_second_target() -> None:
    read = read_measure("Raise moorings let from 30 in 2022 to 48 in 2025 (50% to 80%)")
    assert [part.value for part in read.baselines] == [30]
    assert [part.value for part in read.targets] == [48]


def test_a_range_to_stay_within_is_a_target_in_words() -> None:
    read = read_measure("Keep the rate of groundings between 4 and 6 per 1,000 in 2025 (5 in 2023)")
    (target,) = read.targets
    assert target.value is None
    assert "between 4 and 6" in target.text
    assert target.period == "2025"
    assert [part.value for part in read.baselines] == [5]
