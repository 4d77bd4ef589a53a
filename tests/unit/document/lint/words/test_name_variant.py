from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.words.name_variant import RULE


def _named(*names):
    return plan(
        *[action(f"Do thing {n}", f"FP 1.{n}", partners=[name]) for n, name in enumerate(names)]
    )


def test_all_spellings_of_a_name_are_one_finding():
    [finding] = found(RULE, _named("Youth Co-ordinator", "Youth Coordinator", "Youth co-ordinator"))
    assert set(finding.quotes) == {"Youth Co-ordinator", "Youth Coordinator", "Youth co-ordinator"}


def test_the_commonest_spelling_is_proposed():
    [finding] = found(RULE, _named("Parks and Play Team", "Parks & Play Team", "Parks & Play Team"))
    assert finding.fix.startswith("Write “Parks & Play Team”")


@pytest.mark.parametrize(
    "names",
    [
        ("Youth Team", "youth team"),
        ("14 – 19 Board", "14-19 Board"),
        ("Town Council", "Town Councils"),
        ("OM: 0-11", "OM: 0-19"),
        ("North Board", "South Board"),
        ("Play Strategy Group", "Play Strategy"),
    ],
)
def test_capitals_dashes_and_names_of_other_things_are_clean(names):
    assert not found(RULE, _named(*names))
