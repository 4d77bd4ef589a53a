from __future__ import annotations

from builders.measured_plans import under
from builders.small_plans import found
from oneplan.document.lint.measures.target_contradicts_aim import RULE


def test_fewer_is_the_aim_and_more_the_target() -> None:
    document = under(
        "Fewer children in poverty", "Children in poverty from 18% in 2009 to 20% in 2010."
    )
    [finding] = found(RULE, document)
    assert finding.quotes[1] == "Fewer children in poverty"


def test_help_for_those_concerned_may_grow() -> None:
    document = under(
        "Fewer children in poverty",
        "Increase the number of children in poverty who receive a hot meal from 180 in 2009 to 240 in 2010.",
        "Children in poverty from 18% in 2009 to 16% in 2010.",
    )
    assert found(RULE, document) == []
