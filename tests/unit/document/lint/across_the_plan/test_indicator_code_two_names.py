from __future__ import annotations

from builders.coded_plans import KNOWN, coded
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.indicator_code_two_names import RULE


def test_two_official_titles_beside_one_code() -> None:
    document = coded(("NI 52", "Take up of school lunches"), ("NI 52", "Obesity in reception"))
    [finding] = found(RULE, document, KNOWN)
    assert finding.where == "Aim 1"


def test_strangers_beside_a_local_code_are_an_error() -> None:
    document = coded(
        ("LPI 3", "Visits to libraries by adults"), ("LPI 3", "Potholes mended in a week")
    )
    [finding] = found(RULE, document)
    assert finding.severity == "error"


def test_a_shared_indicator_and_its_short_form_are_right() -> None:
    document = coded(
        ("NI 52", "Take up of school lunches"),
        ("NI 52", "School lunches"),
        ("NI 52", "Take-up of school lunches"),
    )
    assert found(RULE, document, KNOWN) == []
