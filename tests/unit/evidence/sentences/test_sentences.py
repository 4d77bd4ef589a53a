from __future__ import annotations

from datetime import date

import pytest

from oneplan.evidence.definitions import Definition
from oneplan.evidence.sentences.comparing import Compared, comparison_sentence
from oneplan.evidence.sentences.judged import verdict_sentence
from oneplan.evidence.sentences.progressing import chance_sentence, line_sentence, pace_sentence
from oneplan.evidence.sentences.ranking import ordinal, rank_sentence
from oneplan.evidence.sentences.subject import Subject, possessive
from oneplan.evidence.sentences.trending import trend_sentence
from oneplan.evidence.targets.facts import Aim, Benchmark, Comparison, Result, measured_by
from oneplan.evidence.targets.judging import judge
from oneplan.evidence.targets.progress import Start, progress

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
