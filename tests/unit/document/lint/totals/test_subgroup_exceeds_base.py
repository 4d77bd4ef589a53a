from __future__ import annotations

import pytest

from builders.small_plans import found, measure, outcome, plan
from oneplan.document.lint.totals.subgroup_exceeds_base import RULE


@pytest.mark.parametrize(
    "text",
    [
        "74 of the 47 youth clubs open at weekends.",
        "We heard from 310 out of 280 families.",
        "120 pupils, of whom 130 walk to school",
        "Twelve clubs, of which fourteen are new",
    ],
)
def test_a_part_larger_than_its_whole_cannot_be(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "47 of the 74 youth clubs open at weekends.",
        "All 12 of 12 clubs",
        "Each of 5 clubs; as of 30 June",
        "A group of 16 of 14 year olds",
        "A rise to 5,000 of 2010",
        "90% of 80 clubs",
        "3 services, including 24 hour care",
    ],
)
def test_parts_ages_dates_and_shares_are_clean(text):
    assert not found(RULE, plan(text))


def test_a_measure_is_read_too():
    [finding] = found(RULE, plan(outcome("Play", measures=[measure("Reach 90 of 60 clubs")])))
    assert finding.where == "Play"
