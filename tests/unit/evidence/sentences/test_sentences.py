from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oneplan.evidence.benchmarks.rank import Band
from oneplan.evidence.catalogue import load_catalogue
from oneplan.evidence.definitions import Definition
from oneplan.evidence.observations.schema import STATUSES
from oneplan.evidence.sentences.comparing import Compared, comparison_sentence
from oneplan.evidence.sentences.judged import aim_in_words, verdict_sentence
from oneplan.evidence.sentences.progressing import chance_sentence, line_sentence, pace_sentence
from oneplan.evidence.sentences.ranking import ordinal, rank_sentence
from oneplan.evidence.sentences.subject import Subject, possessive
from oneplan.evidence.sentences.trending import trend_sentence
from oneplan.evidence.targets.facts import Aim, Benchmark, Comparison, Result, measured_by
from oneplan.evidence.targets.judging import judge
from oneplan.evidence.targets.progress import Start, progress
from oneplan.vocabulary.relations import ChangeUnit, Direction, Relation

KITES = Definition(
    "kites", "Kites repaired in time", "proportion", "%", 100, "high", "financial", decimals=1
)
HERE = Subject(KITES, "Kent")
CASES = Subject(Definition("c", "Cases", unit="cases", polarity="low", decimals=0), "Hull")
OPEN = Subject(Definition("o", "Looked at", unit="per 10,000", polarity="none", decimals=0), "Hull")


def year(first: int, value: float | None, **others: object) -> Result:
    label = f"{first}/{(first + 1) % 100:02d}"
    return Result(label, date(first, 4, 1), date(first + 1, 3, 31), value, **others)  # type: ignore[arg-type]


def said(aim: Aim, *results: Result) -> str:
    sentence = verdict_sentence(HERE, judge(aim, results, measured_by(KITES)))
    return sentence.removeprefix("Kites repaired in time: ")


@pytest.mark.parametrize(
    ("subject", "value", "words"),
    [
        (HERE, 79.96, "80.0%"),
        (HERE, -0.04, "0.0%"),
        (HERE, -1.25, "−1.3%"),
        (CASES, 1, "1 case"),
        (CASES, 1234.4, "1,234 cases"),
        (OPEN, 86, "86 per 10,000"),
        (Subject(Definition("p", "Pay", unit="GBP", decimals=0), "Hull"), 1234, "£1,234"),
        (Subject(Definition("n", "Numbers"), "Hull"), 1.23456, "1.23"),
    ],
)
def test_figures_have_the_decimals_and_the_unit_of_the_definition(
    subject: Subject, value: float, words: str
) -> None:
    assert subject.figure(value) == words


def test_differences_of_percentages_are_points() -> None:
    assert HERE.difference(-1.04) == "1 percentage point"
    assert HERE.difference(2.5) == "2.5 percentage points"
    assert CASES.difference(-1) == "1 case"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (23, "23rd"), (112, "112th")],
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_names_that_end_in_s_take_only_an_apostrophe() -> None:
    assert (possessive("Kent"), possessive("Milton Keynes")) == ("Kent’s", "Milton Keynes’")


@pytest.mark.parametrize(
    ("comparison", "rule", "words"),
    [
        ("better", "single_95", "higher and better than England’s 70.0% by more than chance"),
        (
            "similar",
            "single_95",
            "against England’s 70.0%; a difference of this size may be chance",
        ),
        ("not_tested", "no_interval", "is not tested, because the source gives no counts"),
        ("not_tested", "not_for_counts", "because counts grow with the size of an area"),
    ],
)
def test_a_comparison_says_whether_it_is_chance(
    comparison: Comparison, rule: str, words: str
) -> None:
    compared = Compared("2024/25", 75.04, "England", 70, comparison, rule)
    sentence = comparison_sentence(HERE, compared)
    assert sentence.startswith("Kites repaired in time: in 2024/25 Kent had 75.0%")
    assert words in sentence


def test_without_a_good_way_nothing_is_better() -> None:
    compared = Compared("2025", 86, "statistical_neighbours", 67, "higher", "double_95")
    assert comparison_sentence(OPEN, compared) == (
        "Looked at: in 2025 Hull had 86 per 10,000, higher than the average of its statistical "
        "neighbours (67 per 10,000) by more than chance would explain; neither high nor low is good."
    )


def test_a_figure_that_is_not_there_says_why() -> None:
    compared = Compared("2025", None, "England", 67, "not_tested", "no_value", "suppressed")
    assert comparison_sentence(OPEN, compared) == (
        "Looked at: in 2025 the figure for Hull is withheld to protect the people behind it."
    )


def test_ranks_say_which_end_is_the_best() -> None:
    assert rank_sentence(HERE, "2024/25", 34, 151, "A").endswith(
        "Kent ranked 34th of 151, where 1st is the best, and is in the best quarter."
    )
    assert "because neither high nor low is good" in rank_sentence(
        OPEN, "2025", None, None, rule="no_polarity"
    )


def test_a_rise_is_better_only_where_high_is_good() -> None:
    assert trend_sentence(HERE, "2024/25", "increasing", "").endswith("which is better.")
    assert trend_sentence(CASES, "2024/25", "increasing", "").endswith("which is worse.")
    assert "neither good nor bad" in trend_sentence(OPEN, "2025", "decreasing", "")
    assert "the way of counting changed" in trend_sentence(HERE, "2025", None, "break_in_series")


@pytest.mark.parametrize(
    ("aim", "result", "words"),
    [
        (
            Aim("at_least", value=80, due=date(2025, 3, 31)),
            year(2024, 79.96),
            "the target of at least 80% by 31 March 2025 is met; Kent had 80.0% in 2024/25.",
        ),
        (
            Aim("at_least", value=80, due=date(2027, 3, 31)),
            year(2024, 71),
            (
                "the target of at least 80% by 31 March 2027 is not due yet; "
                "Kent had 71.0% in 2024/25, which would miss it."
            ),
        ),
        (
            Aim("in_line_with", "England"),
            year(2024, 71, benchmarks={"England": Benchmark(75, "worse")}),
            (
                "the target to be in line with England is not met; "
                "Kent had 71.0% in 2024/25 and England 75.0%."
            ),
        ),
        (
            Aim("not_significantly_worse_than", "England"),
            year(2024, 71, benchmarks={"England": Benchmark(75)}),
            (
                "the target not to be worse than England by more than chance cannot be judged, because "
                "the source gives no counts to tell a difference from chance; "
                "Kent had 71.0% in 2024/25 and England 75.0%."
            ),
        ),
        (
            Aim("gap_at_most", "England", 5),
            year(2024, 71, benchmarks={"England": Benchmark(75)}),
            (
                "the target of a gap to England of at most 5 percentage points is met; "
                "Kent had 71.0% in 2024/25 and England 75.0%."
            ),
        ),
        (
            Aim(change_by=10, change_unit="percent", baseline=60),
            year(2024, 65),
            (
                "the target of a rise of 10% from 60.0% is not met; "
                "Kent had 65.0% in 2024/25, and it asks for 66.0%."
            ),
        ),
        (
            Aim("top_quartile", "England"),
            year(2024, 71, rank=12, out_of=150, band="A"),
            (
                "the target to be in the best quarter is met; "
                "Kent had 71.0% in 2024/25, rank 12 of 150."
            ),
        ),
        (
            Aim("at_least", value=80, due=date(2025, 3, 31)),
            year(2024, None, status="suppressed"),
            (
                "the target of at least 80% by 31 March 2025 cannot be judged, because the figure for "
                "Kent in 2024/25 is withheld to protect the people behind it."
            ),
        ),
    ],
)
def test_a_verdict_gives_the_figures_it_rests_on(aim: Aim, result: Result, words: str) -> None:
    assert said(aim, result) == words


def test_progress_is_told_with_the_line_the_pace_and_the_chance() -> None:
    due = date(2027, 3, 31)
    results = [
        year(first, value)
        for first, value in zip(range(2020, 2025), (60, 61, 63, 63, 65), strict=True)
    ]
    made = progress(results, 70, "high", due, Start(60, date(2021, 3, 31)))
    assert made is not None
    assert "5 percentage points away from the target of 70%; it is behind" in line_sentence(
        HERE, made
    )
    pace = pace_sentence(HERE, made, due)
    assert "it needs a rise of 2.5 percentage points a year" in pace
    assert "over its last 5 results there has been a rise of 1.2 percentage points a year" in pace
    assert "Kent will hardly meet the target of 70%" in chance_sentence(HERE, made, due)
    nearer = progress(results, 67, "high", due)
    assert nearer is not None
    assert "Kent has a chance of about 6 in 10 to meet" in chance_sentence(HERE, nearer, due)


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
