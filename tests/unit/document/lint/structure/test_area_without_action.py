from __future__ import annotations

from builders.small_plans import action, found, outcome, plan, said
from oneplan.document.lint.structure.area_without_action import RULE


def _area(title, **fields):
    return outcome(title, kind="focus_area", label="Area", **fields)


def test_an_area_in_which_nothing_is_done_is_said():
    busy = [_area(title, actions=[action()]) for title in ("Play", "Sleep")]
    [finding] = found(RULE, plan(outcome(children=[*busy, _area("Food")])))
    assert finding.where == "Food"


def test_activities_are_something_done():
    busy = [_area(title, actions=[action()]) for title in ("Play", "Sleep")]
    quiet = _area("Food", statements=[said("Cook together", "activity")])
    assert not found(RULE, plan(outcome(children=[*busy, quiet])))


def test_an_area_served_together_with_another_is_clean():
    busy = [_area("Play", actions=[action()]), _area("Sleep and food", actions=[action()])]
    assert not found(RULE, plan(outcome(children=[*busy, _area("Food")])))


def test_an_area_named_in_full_further_down_is_asked_about_by_that_name():
    busy = [_area(title, actions=[action()]) for title in ("Best start in life", "Safe at home")]
    [finding] = found(RULE, plan(outcome("All", children=[*busy, _area("Best start")])))
    assert "“Best start in life”" in (finding.fix or "")
