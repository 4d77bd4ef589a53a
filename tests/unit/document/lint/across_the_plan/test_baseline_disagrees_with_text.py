from __future__ import annotations

from builders.measured_plans import under
from builders.small_plans import found, said
from oneplan.document.lint.across_the_plan.baseline_disagrees_with_text import RULE
from oneplan.document.schema import PlanDocument

_MEASURE = "Cut the share of school leavers without training or employment from 4.7% in 2008/09 to 4.5% in 2010/11."


def _plan(text: str) -> PlanDocument:
    document = under("Work after school", _MEASURE)
    document.elements[0].statements.append(said(text))
    return document


def test_another_figure_in_prose_for_the_same_time() -> None:
    document = _plan("School leavers without training or employment stood at 5.2% in March 2009.")
    [finding] = found(RULE, document)
    assert "5.2%" in finding.message


def test_other_times_groups_and_the_same_figure_are_right() -> None:
    for text in (
        "School leavers without training or employment stood at 5.2% in March 2008.",
        "School leavers without training or employment stood at 4.7% in March 2009.",
        "Care leavers without training or employment stood at 9.2% in March 2009.",
    ):
        assert found(RULE, _plan(text)) == []
