from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.dates.step_after_by_when import RULE
from oneplan.document.schema import Due, PlanDocument, Step


def _plan(month: str) -> PlanDocument:
    step = Step(text="train the staff", month=month)
    return plan(action(ref="B 2.1", due=Due(text="Sept 2010", month="2010-09"), steps=[step]))


def test_a_step_after_its_action() -> None:
    [finding] = found(RULE, _plan("2011-01"))
    assert "four months later" in finding.message


def test_a_step_in_time_is_right() -> None:
    assert found(RULE, _plan("2010-09")) == []
