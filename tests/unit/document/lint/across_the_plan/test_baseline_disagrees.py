from __future__ import annotations

from builders.measured_plans import apart
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.baseline_disagrees import RULE


def test_two_baselines_for_one_date() -> None:
    document = apart(
        "Increase take-up of school meals from 37% in March 2009 to 43% in March 2010.",
        "Increase take-up of school meals from 41% in March 2009 to 43% in March 2010.",
    )
    [finding] = found(RULE, document)
    assert finding.severity == "error"
    assert "37% in A 1.1 and 41% in A 1.2" in finding.message


def test_another_date_or_group_is_right() -> None:
    document = apart(
        "Increase take-up of school meals from 37% in March 2009 to 43% in March 2010.",
        "Increase take-up of school meals from 35% in March 2008 to 43% in March 2010.",
        "Increase take-up of school meals in primary schools from 41% in March 2009 to 43% in March 2010.",
    )
    assert found(RULE, document) == []
