from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.structure.organisation_unknown import RULE
from oneplan.document.schema import Organisation


def _named(*names, **fields):
    actions = [
        action(f"Do thing {n}", f"FP 1.{n}", partners=[name]) for n, name in enumerate(names)
    ]
    return plan(*actions, **fields)


@pytest.mark.parametrize(
    "slip", ["Stonham House", "Stoneham Huose", "Stoneham Housse", "Stoneham Mouse"]
)
def test_a_name_that_is_nearly_another_is_asked_about(slip):
    [finding] = found(RULE, _named("Stoneham House", "Stoneham House", slip))
    assert finding.quotes == (slip,)
    assert finding.fix == "Is “Stoneham House” meant?"


def test_a_name_that_is_nearly_one_of_the_list_is_asked_about():
    document = _named("Stonham House", organisations=[Organisation(name="Stoneham House")])
    assert found(RULE, document)


def test_a_name_on_the_list_is_known_however_rare():
    listed = [Organisation(name="Stonham House"), Organisation(name="Stoneham House")]
    assert not found(RULE, _named("Stonham House", organisations=listed))


def test_two_rare_names_and_short_ones_are_left_alone():
    assert not found(RULE, _named("Stonham House", "Stoneham House"))
    assert not found(RULE, _named("YOS", "YOS", "YOT"))


def test_numbers_make_different_names():
    assert not found(RULE, _named("Area Team 1", "Area Team 1", "Area Team 2"))
