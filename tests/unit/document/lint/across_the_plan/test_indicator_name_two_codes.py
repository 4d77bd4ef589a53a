from __future__ import annotations

from builders.coded_plans import KNOWN, coded
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.indicator_name_two_codes import RULE


def test_one_name_beside_two_codes() -> None:
    document = coded(
        ("NI 99", "Children in care with level 4 in maths, Key Stage Two"),
        (
            "NI 100",
            "Percentage of LAC with level 4 in mathematics, Key Stage 2",
        ),
    )
    [finding] = found(RULE, document, KNOWN)
    assert finding.severity == "error"


def test_a_national_and_a_local_code_are_right() -> None:
    document = coded(
        ("NI 52", "Take up of school lunches"), ("LPI 52", "Take up of school lunches")
    )
    assert found(RULE, document, KNOWN) == []
