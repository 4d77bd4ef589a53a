from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.document import schema
from oneplan.evidence.targets.facts import Aim, Benchmark, Comparison, Measured, Result
from oneplan.evidence.targets.judging import Judgement, judge
from oneplan.evidence.targets.rules import as_printed
from oneplan.vocabulary.relations import ChangeUnit, Direction, Relation

HIGH = Measured("high", "%", 1)
LOW = Measured("low", "%", 1)
OPEN = Measured("none", "per 10,000", 1)


def year(first: int, value: float | None, **others: object) -> Result:
    start, end = date(first, 4, 1), date(first + 1, 3, 31)
    return Result(f"{first}/{(first + 1) % 100:02d}", start, end, value, **others)  # type: ignore[arg-type]


def beside(value: float, england: float | None, comparison: Comparison = "not_tested") -> Result:
    return year(2024, value, benchmarks={"England": Benchmark(england, comparison)})


def against_england(relation: Relation, value: float | None = None) -> Aim:
    return Aim(relation, "England", value)


def test_the_vocabulary_is_that_of_the_plan_document() -> None:
    assert schema.Relation == Relation
    assert schema.Direction == Direction


@pytest.mark.parametrize(
    ("aim", "measured", "value", "answer"),
    [
        (Aim("at_least", value=80), HIGH, 80.0, "met"),
        (Aim("at_least", value=80), HIGH, 79.96, "met"),
        (Aim("at_least", value=80), HIGH, 79.94, "not_met"),
        (Aim("at_most", value=12), LOW, 12.04, "met"),
        (Aim("at_most", value=12), LOW, 12.06, "not_met"),
        (Aim("equals", value=100), HIGH, 99.99, "met"),
        (Aim(value=80), HIGH, 85, "met"),
        (Aim(value=80), LOW, 85, "not_met"),
        (Aim(value=80, direction="decrease"), OPEN, 75, "met"),
        (Aim(value=80, direction="decrease"), HIGH, 75, "met"),
        (Aim(value=80), OPEN, 75, "not_met"),
        (Aim(value=80), OPEN, 80.01, "met"),
    ],
)
def test_a_value_is_judged_as_it_is_printed(
    aim: Aim, measured: Measured, value: float, answer: str
) -> None:
    judged = judge(aim, [year(2024, value)], measured)
    assert (judged.verdict, judged.answer, judged.against) == (answer, answer, aim.value)


@pytest.mark.parametrize(
    ("change", "unit", "measured", "baseline", "value", "answer"),
    [
        (-10, "percent", OPEN, 200, 180, "met"),
        (-10, "percent", OPEN, 200, 181, "not_met"),
        (10, "percent", Measured("high", "", None), 80, 88, "met"),
        (5, "points", HIGH, 60, 65, "met"),
        (5, "points", HIGH, 60, 63, "not_met"),
        (-30, "number", Measured("low"), 120, 90, "met"),
        (-10, None, OPEN, 200, 180, "met"),
        (0, "points", HIGH, 60, 60, "met"),
    ],
)
def test_a_change_is_counted_from_the_baseline(
    change: float,
    unit: ChangeUnit | None,
    measured: Measured,
    baseline: float,
    value: float,
    answer: str,
) -> None:
    aim = Aim(change_by=change, change_unit=unit, baseline=baseline)
    assert judge(aim, [year(2024, value)], measured).verdict == answer


def test_ten_per_cent_more_than_last_year_is_counted_from_the_result_before() -> None:
    aim = Aim("at_least", change_by=10, change_unit="percent")
    results = [year(2022, 10), year(2023, 50), year(2024, 55)]
    judged = judge(aim, results, Measured("high"))
    assert (judged.verdict, judged.against, judged.baseline) == ("met", 55, 50)
    assert judge(aim, results[2:], Measured("high")).reason == "no_baseline"


def test_ten_per_cent_of_a_percentage_may_be_points_and_is_not_guessed() -> None:
    judged = judge(Aim(change_by=10, baseline=60), [year(2024, 70)], HIGH)
    assert (judged.verdict, judged.reason) == ("not_known", "percent_or_points")


@pytest.mark.parametrize(
    ("relation", "measured", "value", "england", "comparison", "answer"),
    [
        ("better_than", HIGH, 70.1, 70, "similar", "met"),
        ("better_than", HIGH, 70, 70, "similar", "not_met"),
        ("better_than", LOW, 69, 70, "not_tested", "met"),
        ("at_or_better_than", LOW, 70, 70, "similar", "met"),
        ("at_or_better_than", HIGH, 69, 70, "similar", "not_met"),
        ("at_least", HIGH, 71, 70, "not_tested", "met"),
        ("in_line_with", HIGH, 68, 70, "similar", "met"),
        ("in_line_with", HIGH, 68, 70, "worse", "not_met"),
        ("in_line_with", HIGH, 68, 70, "not_tested", "not_tested"),
        ("in_line_with", HIGH, 71, 70, "not_tested", "met"),
        ("in_line_with", OPEN, 68, 70, "similar", "met"),
        ("in_line_with", OPEN, 68, 70, "lower", "not_met"),
        ("in_line_with", OPEN, 68, 70, "not_tested", "not_tested"),
        ("not_significantly_worse_than", LOW, 72, 70, "similar", "met"),
        ("not_significantly_worse_than", LOW, 72, 70, "worse", "not_met"),
        ("not_significantly_worse_than", LOW, 72, 70, "not_tested", "not_tested"),
        ("not_significantly_worse_than", LOW, 70, 70, "not_tested", "met"),
        ("not_significantly_different_from", HIGH, 75, 70, "better", "met"),
        ("not_significantly_different_from", OPEN, 75, 70, "higher", "not_met"),
    ],
)
def test_a_relation_to_england_is_judged_by_its_rule(
    relation: Relation,
    measured: Measured,
    value: float,
    england: float,
    comparison: Comparison,
    answer: str,
) -> None:
    judged = judge(against_england(relation), [beside(value, england, comparison)], measured)
    assert judged.verdict == answer
    assert judged.against == england
    assert judged.rule == relation
    assert (judged.reason == "no_test") == (answer == "not_tested")


@pytest.mark.parametrize(
    ("measured", "value", "answer"),
    [(HIGH, 65.0, "met"), (HIGH, 64.9, "not_met"), (HIGH, 90, "met"), (OPEN, 76, "not_met")],
)
def test_a_gap_counts_on_the_bad_side_only_where_there_is_one(
    measured: Measured, value: float, answer: str
) -> None:
    aim = against_england("gap_at_most", 5)
    assert judge(aim, [beside(value, 70)], measured).verdict == answer


def test_a_gap_of_five_points_is_five_points_in_spite_of_binary_numbers() -> None:
    aim = against_england("gap_at_most", 0.1)
    assert judge(aim, [beside(70.2, 70.3)], HIGH).verdict == "met"


@pytest.mark.parametrize(
    ("others", "measured", "answer"),
    [
        ({"band": "A"}, HIGH, "met"),
        ({"band": "B", "rank": 38, "out_of": 150}, HIGH, "not_met"),
        ({"rank": 38, "out_of": 150}, HIGH, "met"),
        ({"rank": 39, "out_of": 150}, HIGH, "not_met"),
        ({}, HIGH, "not_known"),
        ({"rank": 1, "out_of": 150}, OPEN, "not_known"),
    ],
)
def test_the_top_quarter_is_the_band_or_else_the_rank(
    others: dict[str, object], measured: Measured, answer: str
) -> None:
    judged = judge(Aim("top_quartile", "England"), [year(2024, 5, **others)], measured)
    assert judged.verdict == answer


def test_a_comparator_that_nobody_knows_is_said() -> None:
    judged = judge(Aim("better_than", "county"), [beside(60, 70)], HIGH)
    assert (judged.verdict, judged.reason) == ("not_known", "no_comparator")
    judged = judge(against_england("better_than"), [beside(60, None)], HIGH)
    assert judged.reason == "comparator_without_value"


def test_the_plans_own_figure_of_the_comparator_stands_in_where_there_is_no_other() -> None:
    aim = Aim("at_or_better_than", "county", 58)
    assert judge(aim, [year(2024, 60)], HIGH).against == 58
    judged = judge(Aim("at_or_better_than", "England", 58), [beside(60, 70)], HIGH)
    assert (judged.verdict, judged.against) == ("not_met", 70)


DUE = Aim("at_least", value=80, due=date(2025, 3, 31))


def test_before_its_period_a_target_is_not_yet_due_and_the_latest_answer_is_told() -> None:
    judged = judge(DUE, [year(2022, 70), year(2023, 82)], HIGH)
    assert (judged.verdict, judged.answer) == ("not_yet", "met")
    assert judged.result is not None
    assert judged.result.period == "2023/24"


def test_the_result_of_the_targets_period_decides_and_later_ones_do_not() -> None:
    results = [year(2025, 90), year(2024, 79), year(2023, 85)]
    judged = judge(DUE, results, HIGH)
    assert (judged.verdict, judged.result) == ("not_met", results[1])


def test_a_period_that_was_withheld_or_left_out_is_not_known() -> None:
    hidden = judge(DUE, [year(2023, 85), year(2024, None, status="suppressed")], HIGH)
    assert (hidden.verdict, hidden.reason) == ("not_known", "withheld")
    skipped = judge(DUE, [year(2022, 85), year(2025, 90)], HIGH)
    assert (skipped.verdict, skipped.reason) == ("not_known", "no_value")
    assert judge(DUE, [], HIGH).verdict == "not_known"
    assert judge(DUE, [year(2030, 85)], HIGH).verdict == "not_known"


def test_a_new_release_changes_the_verdict_and_nothing_else_need_be_told() -> None:
    aim = Aim("in_line_with", "England", due=date(2025, 3, 31))
    before = [year(2023, 68, benchmarks={"England": Benchmark(70, "similar")})]
    assert judge(aim, before, HIGH).verdict == "not_yet"
    assert judge(aim, [*before, beside(64, 71, "worse")], HIGH).verdict == "not_met"


VALUES = st.none() | st.floats(-1e6, 1e6, allow_nan=False)
AIMS = st.builds(
    Aim,
    st.none() | st.sampled_from(get_args(Relation)),
    st.none() | st.sampled_from(["England", "region", "others"]),
    VALUES,
    VALUES,
    st.none() | st.sampled_from(get_args(ChangeUnit)),
    st.none() | st.sampled_from(get_args(Direction)),
    VALUES,
    st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)),
)
RESULTS = st.lists(
    st.builds(
        lambda first, value, england, comparison, rank: year(
            first,
            value,
            benchmarks={"England": Benchmark(england, comparison)},
            rank=rank,
            out_of=150,
        ),
        st.integers(2012, 2026),
        VALUES,
        VALUES,
        st.sampled_from(get_args(Comparison)),
        st.none() | st.integers(1, 150),
    ),
    max_size=6,
    unique_by=lambda result: result.start,
)
MEASURED = st.builds(
    Measured,
    st.none() | st.sampled_from(["high", "low", "none"]),
    st.none() | st.sampled_from(["%", "per 10,000", "points"]),
    st.none() | st.integers(0, 3),
)


@given(AIMS, RESULTS, MEASURED)
def test_every_aim_has_a_verdict_and_a_reason_where_there_is_no_answer(
    aim: Aim, results: list[Result], measured: Measured
) -> None:
    judged = judge(aim, results, measured)
    assert isinstance(judged, Judgement)
    assert (judged.answer in ("not_known", "not_tested")) <= (judged.reason is not None)
    assert judged.verdict in ("not_yet", "not_known", judged.answer)
    if judged.answer in ("met", "not_met"):
        assert judged.result is not None
        assert judged.result.value is not None
        assert (judged.against is None) == judged.rule.startswith("top_quartile")


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_printed_value_is_within_half_of_its_last_place(value: float, decimals: int) -> None:
    assert abs(as_printed(value, decimals) - value) <= 0.5 * 10.0**-decimals * (1 + 1e-6) + 1e-7
