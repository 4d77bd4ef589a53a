"""Every sentence that can be said is one sentence, without a value that is none."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.benchmarks.rank import Band
from oneplan.evidence.catalogue import load_catalogue
from oneplan.evidence.observations.schema import STATUSES
from oneplan.evidence.sentences.comparing import Compared, comparison_sentence
from oneplan.evidence.sentences.judged import aim_in_words, verdict_sentence
from oneplan.evidence.sentences.progressing import chance_sentence, line_sentence, pace_sentence
from oneplan.evidence.sentences.ranking import rank_sentence
from oneplan.evidence.sentences.subject import Subject
from oneplan.evidence.sentences.trending import trend_sentence
from oneplan.evidence.targets.facts import Aim, Benchmark, Comparison, Result, measured_by
from oneplan.evidence.targets.judging import judge
from oneplan.evidence.targets.progress import Start, progress
from oneplan.vocabulary.relations import ChangeUnit, Direction, Relation


def year(first: int, value: float | None, **others: object) -> Result:
    label = f"{first}/{(first + 1) % 100:02d}"
    return Result(label, date(first, 4, 1), date(first + 1, 3, 31), value, **others)  # type: ignore[arg-type]


AREAS = st.sampled_from(["Kent", "Milton Keynes", "Herefordshire, County of", "Bristol, City of"])
SUBJECTS = st.builds(Subject, st.sampled_from(load_catalogue()), AREAS)
VALUES = st.floats(-1e7, 1e7, allow_nan=False)
MAYBE = st.none() | VALUES
PERIODS = st.sampled_from(["2024/25", "2025", "2021 - 2023", "March 2026"])
COMPARATORS = st.sampled_from(
    ["England", "region", "statistical_neighbours", "county", "the north"]
)
RULES = st.text("abc_", max_size=3) | st.sampled_from(
    ["single_95", "itself", "no_region", "no_neighbours", "no_interval", "no_value"]
)


def holds(sentence: str, subject: Subject, *needed: str) -> None:
    """One sentence, without a value that is none, with what it must name."""
    plain = sentence.replace(subject.definition.name, "")
    assert sentence.endswith(".")
    assert not re.search(r"\b(?:None|nan|inf|null)\b|_|  |\.\.|{|}", plain)
    assert ". " not in plain
    assert sentence[0] == subject.definition.name[0]
    for words in needed:
        assert words in sentence


def figures_are_rounded(sentence: str, subject: Subject, more: int = 0) -> None:
    decimals = subject.definition.decimals or 0
    plain = sentence.replace(subject.definition.name, "")
    for found in re.findall(r"\d\.(\d+)", plain):
        assert len(found) <= max(decimals, 2) + more


@given(
    SUBJECTS,
    PERIODS,
    MAYBE,
    COMPARATORS,
    MAYBE,
    st.sampled_from(get_args(Comparison)),
    RULES,
    st.sampled_from(STATUSES),
)
def test_every_comparison_is_one_sentence_with_its_period(
    subject: Subject,
    period: str,
    value: float | None,
    comparator: str,
    benchmark: float | None,
    comparison: Comparison,
    rule: str,
    status: str,
) -> None:
    compared = Compared(period, value, comparator, benchmark, comparison, rule, status)  # type: ignore[arg-type]
    sentence = comparison_sentence(subject, compared)
    holds(sentence, subject, period, subject.area)
    figures_are_rounded(sentence, subject)
    if value is not None:
        assert subject.figure(value) in sentence


@given(
    SUBJECTS,
    PERIODS,
    st.none() | st.integers(1, 153),
    st.none() | st.sampled_from(get_args(Band)),
    RULES,
    st.none() | st.sampled_from(["increasing", "decreasing", "no_significant_change"]),
)
def test_every_rank_and_trend_is_one_sentence_with_its_period(
    subject: Subject, period: str, rank: int | None, band: Band | None, rule: str, trend: str | None
) -> None:
    holds(rank_sentence(subject, period, rank, 153, band, rule), subject, period, subject.area)
    holds(trend_sentence(subject, period, trend, rule), subject, period, subject.area)


AIMS = st.builds(
    Aim,
    st.none() | st.sampled_from(get_args(Relation)),
    st.none() | COMPARATORS,
    MAYBE,
    MAYBE,
    st.none() | st.sampled_from(get_args(ChangeUnit)),
    st.none() | st.sampled_from(get_args(Direction)),
    MAYBE,
    st.none() | st.dates(date(2018, 1, 1), date(2032, 1, 1)),
)
RESULTS = st.lists(
    st.builds(
        lambda first, value, england, comparison, rank, status: year(
            first,
            value,
            benchmarks={"England": Benchmark(england, comparison)},
            rank=rank,
            out_of=150,
            status="ok" if value is not None else status,
        ),
        st.integers(2016, 2026),
        MAYBE,
        MAYBE,
        st.sampled_from(get_args(Comparison)),
        st.none() | st.integers(1, 150),
        st.sampled_from(STATUSES[1:]),
    ),
    max_size=7,
    unique_by=lambda result: result.start,
)


@given(SUBJECTS, AIMS, RESULTS)
def test_every_verdict_is_one_sentence_with_its_period_and_its_day(
    subject: Subject, aim: Aim, results: list[Result]
) -> None:
    judged = judge(aim, results, measured_by(subject.definition))
    sentence = verdict_sentence(subject, judged)
    holds(sentence, subject, subject.area)
    figures_are_rounded(sentence, subject)
    if judged.result is not None:
        assert judged.result.period in sentence
    if aim.due is not None:
        assert f"{aim.due.day} {aim.due:%B %Y}" in sentence
    assert ("is met" in sentence) == (judged.verdict == "met")
    assert aim_in_words(subject, aim)


@given(
    SUBJECTS,
    RESULTS,
    VALUES,
    st.sampled_from(["high", "low"]),
    st.none() | st.dates(date(2018, 1, 1), date(2032, 1, 1)),
    MAYBE,
)
def test_every_progress_is_told_in_whole_sentences(
    subject: Subject,
    results: list[Result],
    target: float,
    good: str,
    due: date | None,
    start: float | None,
) -> None:
    begin = None if start is None else Start(start, date(2019, 3, 31))
    made = progress(results, target, good, due, begin)  # type: ignore[arg-type]
    if made is None:
        return
    for sentence in (
        line_sentence(subject, made),
        pace_sentence(subject, made, due),
        chance_sentence(subject, made, due),
    ):
        holds(sentence, subject, subject.area, made.latest.period)
        figures_are_rounded(sentence, subject, more=1)
