from __future__ import annotations

from builders.measured_plans import measured, under
from builders.small_plans import found
from oneplan.document.lint.measures.missing_target_period import RULE


def test_a_target_without_any_date_needs_an_answer() -> None:
    [finding] = found(
        RULE, under("Learning", "Level 2 at 19 to be in line with the England average.")
    )
    assert finding.severity == "warning"


def test_the_date_of_the_action_helps() -> None:
    [finding] = found(RULE, measured("Increase take-up from 58% in 2009 to 70%."))
    assert finding.severity == "info"


def test_things_delivered_take_the_date_of_their_action() -> None:
    assert found(RULE, measured("2,400 pupils receive training.")) == []


def test_a_dated_target_is_right() -> None:
    assert found(RULE, under("Learning", "Take-up from 58% in 2009 to 70% in 2011.")) == []
