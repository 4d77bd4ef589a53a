from __future__ import annotations

from builders.small_plans import found, measure, outcome, plan, said
from oneplan.document.lint.structure.success_without_measure import RULE


def _hoping(text, *measures):
    return plan(
        outcome(statements=[said(text, "success")], measures=[measure(m) for m in measures])
    )


def test_success_without_any_measure_is_a_question():
    [finding] = found(RULE, _hoping("More pupils cycle."))
    assert finding.severity == "warning"


def test_success_that_no_measure_speaks_of_is_worth_a_look():
    [finding] = found(RULE, _hoping("More pupils cycle.", "Exclusions fall to 40"))
    assert finding.severity == "info"
    assert finding.quotes == ("More pupils cycle.",)


def test_success_that_a_measure_speaks_of_is_clean():
    assert not found(RULE, _hoping("More pupils cycle.", "12% of them come cycling"))


def test_an_outcome_that_hopes_for_nothing_owes_nothing():
    assert not found(RULE, plan(outcome()))
