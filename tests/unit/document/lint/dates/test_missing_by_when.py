from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import action, found, plan
from oneplan.document.lint.dates.missing_by_when import RULE
from oneplan.document.schema import CrossReference, Due


def test_no_date() -> None:
    assert len(found(RULE, measured("9 clubs open.", due=None))) == 1


def test_words_that_are_no_date() -> None:
    [finding] = found(RULE, plan(action(ref="B 2.1", due=Due(text="Ongoing"))))
    assert "“Ongoing” is no date" in finding.message


def test_a_pointer_needs_none() -> None:
    pointer = CrossReference(text="see Priority 3", target="Priority 3")
    assert found(RULE, plan(action(ref="B 2.1", cross_references=[pointer]))) == []


def test_one_finding_where_most_have_none() -> None:
    [finding] = found(RULE, plan(*(action(ref=f"B 2.{number}") for number in range(8))))
    assert "8 of 8 actions" in finding.message


def test_a_year_is_a_date() -> None:
    assert found(RULE, plan(action(ref="B 2.1", due=Due(text="2009/10", period="2009/10")))) == []


def test_a_day_in_no_calendar_is_the_fault_of_another_rule() -> None:
    assert found(RULE, plan(action(ref="B 2.1", due=Due(text="31 June 2026")))) == []
