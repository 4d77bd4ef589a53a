from __future__ import annotations

from builders.measured_plans import apart
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.duplicate_measure import RULE


def test_the_same_measure_in_other_words() -> None:
    document = apart(
        "A 5% decrease in the percentage of licensed premises that fail a test from 11% in 2008/09.",
        "A 5% decrease in the percentage of licenced premises that fail a test from 11% in 2008/09.",
    )
    [finding] = found(RULE, document)
    assert finding.severity == "warning"


def test_one_finding_for_all_copies() -> None:
    text = "Increase the number of licensed premises with trained door staff from 12 in 2009 to 20 in 2010."
    [finding] = found(RULE, apart(text, text, text))
    assert "A 1.1, A 1.2 and A 1.3" in finding.message


def test_measures_of_level_2_and_level_3_are_two() -> None:
    document = apart(
        "Young people who attain the level 2 threshold at 19 to be in line with the England average.",
        "Young people who attain the level 3 threshold at 19 to be in line with the England average.",
    )
    assert found(RULE, document) == []


def test_a_few_common_words_are_no_copy() -> None:
    assert found(RULE, apart("Register published.", "Register published.")) == []
