from __future__ import annotations

from builders.small_plans import action, found, outcome, plan
from oneplan.document.lint.structure.area_without_outcome_measure import RULE
from oneplan.document.schema import Indicator


def _area(title, **fields):
    return outcome(title, kind="focus_area", label="Area", **fields)


def test_an_area_without_a_measure_among_measured_ones_is_said():
    measured = [_area(title, indicators=[Indicator(code="NI 5")]) for title in ("Play", "Sleep")]
    [finding] = found(RULE, plan(*measured, _area("Food", actions=[action()])))
    assert finding.where == "Food"
    assert "2 of 3" in finding.message


def test_a_plan_that_measures_nothing_at_this_level_is_left_alone():
    assert not found(
        RULE, plan(_area("Play", actions=[action()]), _area("Food", actions=[action()]))
    )


def test_an_area_whose_work_is_told_elsewhere_is_clean():
    measured = [_area(title, indicators=[Indicator(code="NI 5")]) for title in ("Play", "Sleep")]
    assert not found(RULE, plan(*measured, _area("Food")))


def test_an_outcome_is_measured_by_its_areas():
    below = _area("Play", indicators=[Indicator(code="NI 5")])
    assert not found(RULE, plan(outcome("One", children=[below]), outcome("Two", children=[below])))


def test_an_area_with_nothing_at_all_is_said():
    measured = [
        _area(title, indicators=[Indicator(code="NI 5")]) for title in ("Air", "Rest", "Play")
    ]
    [finding] = found(RULE, plan(*measured, _area("Food")))
    assert "Nothing stands under this area" in finding.message


def test_an_area_of_a_joint_heading_is_told_there():
    measured = [
        _area(title, indicators=[Indicator(code="NI 5")]) for title in ("Air", "Rest", "Play")
    ]
    parts = [*measured, _area("Food"), outcome("Food / Play", kind="section")]
    assert not found(RULE, plan(outcome("All", children=parts)))
