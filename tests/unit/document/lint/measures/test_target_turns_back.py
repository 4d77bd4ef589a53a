from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.target_turns_back import RULE


def test_a_later_target_behind_an_earlier_one_is_asked_about() -> None:
    document = measured("Raise clubs from 48% in 2008/09 to 65% in 2009/10 and 60% in 2010/11.")
    [finding] = found(RULE, document)
    assert "from 48% to 65% and then back to 60%" in finding.message


def test_targets_that_go_on_or_stay_are_right() -> None:
    for later in (65, 70):
        text = f"Raise clubs from 48% in 2008/09 to 65% in 2009/10 and {later}% in 2010/11."
        assert found(RULE, measured(text)) == []


def test_a_fall_that_goes_on_is_right() -> None:
    document = measured("Reduce fires from 90 in 2008/09 to 70 in 2009/10 and 50 in 2010/11.")
    assert found(RULE, document) == []
