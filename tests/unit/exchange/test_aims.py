from __future__ import annotations

from datetime import date

import pytest

from oneplan.document.phrases.measures import read_measure
from oneplan.document.schema import Baseline, Measure, Target
from oneplan.evidence.targets.facts import Aim, Benchmark, Measured, Result
from oneplan.evidence.targets.judging import Judgement, judge
from oneplan.evidence.targets.progress import Start
from oneplan.exchange.aims import aim_of, start_of

MEASURED = Measured("high", "%", 1)
NONE = Benchmark(None)


def measure(*baselines: Baseline, direction: str = "increase") -> Measure:
    return Measure(text="Kites flown", baselines=list(baselines), direction=direction)  # type: ignore[arg-type]


def test_a_target_brings_its_baseline_and_its_day() -> None:
    kites = measure(
        Baseline(text="41", value=41, period="2022/23"),
        Baseline(text="44", value=44, period="2023/24"),
    )
    target = Target(text="60 by 2026/27", value=60, period="2026/27", relation="at_least")
    assert aim_of(kites, target) == Aim(
        "at_least", value=60, direction="increase", baseline=44, due=date(2027, 3, 31)
    )
    assert start_of(kites) == Start(44, date(2024, 3, 31))


@pytest.mark.parametrize(
    ("period", "kind", "due"),
    [
        ("2026/27", "academic", date(2027, 8, 31)),
        ("2026/27", None, date(2027, 3, 31)),
        ("2028-02", None, date(2028, 2, 29)),
        ("2026", "calendar", date(2026, 12, 31)),
        (None, None, None),
        ("0000", None, None),
        ("2026/20", None, None),
    ],
)
def test_the_day_is_the_last_of_the_period(
    period: str | None, kind: str | None, due: date | None
) -> None:
    target = Target(text="60", value=60, period=period, year_kind=kind)  # type: ignore[arg-type]
    assert aim_of(measure(), target).due == due


def test_years_across_two_are_those_of_what_is_measured_where_the_plan_does_not_say() -> None:
    kites = measure(Baseline(text="44", value=44, period="2023/24"))
    target = Target(text="60", value=60, period="2026/27")
    assert aim_of(kites, target, "academic").due == date(2027, 8, 31)
    assert start_of(kites, "academic") == Start(44, date(2024, 8, 31))
    assert aim_of(kites, target, "calendar").due == date(2027, 3, 31)


def test_a_baseline_without_a_period_gives_its_value_and_no_start() -> None:
    kites = measure(Baseline(text="41", value=41))
    assert aim_of(kites, Target(text="60", value=60)).baseline == 41
    assert start_of(kites) is None


def judged(words: str, *results: Result, measured: Measured = MEASURED) -> Judgement:
    read = read_measure(words)
    return judge(aim_of(read, read.targets[0]), results, measured)


def of(first: int, value: float, england: Benchmark = NONE) -> Result:
    return Result(
        f"{first}/{first - 1999}",
        date(first, 4, 1),
        date(first + 1, 3, 31),
        value,
        benchmarks={"England": england},
    )


def test_a_printed_sentence_is_judged_by_its_relation() -> None:
    words = "Kites repaired not significantly worse than England by 2026/27"
    assert judged(words, of(2026, 60, Benchmark(62, "similar"))).verdict == "met"
    assert judged(words, of(2026, 50, Benchmark(62, "worse"))).verdict == "not_met"
    assert judged(words, of(2026, 60, Benchmark(62))).verdict == "not_tested"
    assert judged(words, of(2025, 60, Benchmark(62, "similar"))).verdict == "not_yet"


def test_a_printed_change_is_counted_from_the_printed_baseline() -> None:
    words = "Increase kites repaired by 10% from 120 in 2023/24 by 2026/27"
    count = Measured("high", "number", 0)
    assert judged(words, of(2026, 132), measured=count).verdict == "met"
    assert judged(words, of(2026, 131), measured=count).verdict == "not_met"
