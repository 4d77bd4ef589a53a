from __future__ import annotations

from builders.coded_plans import KNOWN, coded
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.indicator_code_unknown import RULE


def test_a_code_that_the_set_does_not_have() -> None:
    [finding] = found(RULE, coded(("NI 298", "Take up of school lunches")), KNOWN)
    assert "is NI 52" in finding.message


def test_known_and_local_codes_are_right() -> None:
    assert found(RULE, coded(("NI 52", "Lunches"), ("LPI 298", "Ferries in time")), KNOWN) == []


def test_nothing_is_said_where_no_set_is_known() -> None:
    assert found(RULE, coded(("NI 298", "Ferries in time"))) == []
