from __future__ import annotations

from datetime import date

import pytest

from oneplan.evidence.definitions import Definition
from oneplan.evidence.scoring.columns import WORDS
from oneplan.evidence.sentences import comparing, ranking, trending
from oneplan.evidence.sentences.explained import explained
from oneplan.evidence.sentences.subject import Subject
from oneplan.evidence.targets.facts import Benchmark
from oneplan.evidence.targets.scored import Row, results_of
from oneplan.vocabulary.periods import Period

KENT = Subject(
    Definition("kites", "Kites repaired in time", "proportion", "%", polarity="high", decimals=1),
    "Kent",
)
ROW: Row = {
    "indicator": "kites",
    "period": "2024/25",
    "status": "ok",
    "value": 75.04,
    "lower": 73.0,
    "upper": 77.0,
    "england_value": 70.0,
    "england_comparison": "better",
    "england_rule": "single_95",
    "region_value": None,
    "region_comparison": "not_tested",
    "region_rule": "no_region",
    "neighbours_value": 74.0,
    "neighbours_comparison": "not_tested",
    "neighbours_rule": "benchmark_without_interval",
    "neighbours_as_of": "2025-05",
    "neighbours_count": 9,
    "rank": 12,
    "out_of": 150,
    "band": "A",
    "rank_rule": "lait_rank",
    "trend": "increasing",
    "trend_rule": "fingertips_counts",
}


def test_every_judgement_of_a_row_has_its_sentence() -> None:
    found = explained(KENT, ROW, "the South East")
    assert found["england"].endswith(
        "Kent had 75.0%, higher and better than England’s 70.0% by more than chance would explain."
    )
    assert "not compared with the South East, because it lies in no region" in found["region"]
    assert (
        "against the average of its 9 neighbours with figures by the model of May 2025 (74.0%)"
        in (found["neighbours"])
    )
    assert "ranked 12th of 150" in found["rank"]
    assert "rose by more than chance would explain, which is better" in found["trend"]


def test_parts_that_were_not_asked_for_have_none() -> None:
    bare = {name: ROW[name] for name in ("period", "status", "value")}
    assert explained(KENT, bare) == {}


def test_a_group_is_judged_by_its_own_definition_where_its_series_is_not() -> None:
    row = {**ROW, "england_comparison": "lower", "rank": None, "rank_rule": "no_polarity"}
    found = explained(KENT, row)
    assert "worse than England’s" in found["england"]
    assert "for other groups of the same series another way is good" in found["rank"]


def test_a_quarter_without_a_rank_has_a_sentence_of_its_own() -> None:
    banded = {name: ROW[name] for name in ("period", "value", "band")}
    assert explained(KENT, banded)["band"].endswith("in 2024/25 Kent is in the best quarter.")
    none = {**banded, "band": None, "band_rule": "not_banded"}
    assert "no quarter, because authorities lie too close together" in explained(KENT, none)["band"]


@pytest.mark.parametrize(
    ("words", "reasons"),
    [
        ("comparison_rule", {**comparing._WHY_NOT, **comparing._NO_BENCHMARK}),
        ("rank_rule_word", ranking._WHY_NOT),
        ("band_rule_word", ranking._WHY_NOT),
        ("trend_rule_word", trending._WHY_NOT),
    ],
)
def test_every_reason_of_scoring_can_be_said(words: str, reasons: dict[str, str]) -> None:
    tested = {"single_95", "double_95", "lait_rank", "lait_type_7"}
    tested |= {"fingertips_counts", "fingertips_intervals"}
    said_otherwise = {"itself", "no_value"}
    assert set(WORDS[words]) - tested - said_otherwise <= reasons.keys()


def test_a_withheld_value_is_said_to_be_withheld() -> None:
    row = {**ROW, "value": None, "status": "suppressed", "rank": None, "rank_rule": "no_value"}
    found = explained(KENT, row)
    assert "the figure for Kent is withheld" in found["england"]
    assert "because there is no figure for it" in found["rank"]


def test_rows_become_the_facts_of_a_judgement() -> None:
    year = Period("2024/25", date(2024, 4, 1), date(2025, 3, 31), "financial")
    (result,) = results_of([ROW, {**ROW, "period": "sometime"}], {"2024/25": year}.get)
    assert (result.start, result.end, result.value, result.band) == (
        year.start,
        year.end,
        75.04,
        "A",
    )
    assert result.benchmarks == {
        "England": Benchmark(70.0, "better"),
        "region": Benchmark(None, "not_tested"),
        "statistical_neighbours": Benchmark(74.0, "not_tested"),
    }
