from __future__ import annotations

from builders.coded_plans import KNOWN, coded
from builders.small_plans import found
from oneplan.document.lint.across_the_plan.indicator_code_wrong_name import RULE


def test_the_title_of_another_code() -> None:
    [finding] = found(RULE, coded(("NI 55", "Take-up of school lunches")), KNOWN)
    assert "NI 52" in finding.message


def test_a_title_in_own_words_is_right() -> None:
    document = coded(
        ("NI 52", "Pupils who eat a hot dinner"),
        ("NI 100", "LAC with mathematics level 4, Key Stage 2"),
    )
    assert found(RULE, document, KNOWN) == []
