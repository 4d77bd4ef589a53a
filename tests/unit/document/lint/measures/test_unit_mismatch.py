from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.unit_mismatch import RULE


def test_a_number_cannot_become_a_percentage() -> None:
    [finding] = found(
        RULE, measured("Increase the number of wardens from 12 in 2009 to 40% in 2010.")
    )
    assert finding.severity == "error"
    assert "a number" in finding.message


def test_rates_over_two_populations_cannot_be_compared() -> None:
    [finding] = found(
        RULE, measured("Cut falls from 55 per 10,000 in 2009 to 300 per 100,000 in 2010.")
    )
    assert finding.severity == "error"


def test_a_sign_left_out_is_only_asked_about() -> None:
    findings = found(
        RULE, measured("Increase the percentage of trained staff from 33 in 2009 to 42% in 2010.")
    )
    assert [finding.severity for finding in findings] == ["warning"]


def test_a_number_given_in_percentages_is_asked_about() -> None:
    [finding] = found(
        RULE, measured("Reduce the number of smokers from 43% in 2009 to 35% in 2010.")
    )
    assert finding.severity == "warning"


def test_one_unit_throughout_is_right() -> None:
    assert (
        found(RULE, measured("Increase the number of wardens from 12 in 2009 to 40 in 2010.")) == []
    )


def test_a_number_that_is_to_come_to_a_percentage_is_asked_about() -> None:
    [finding] = found(RULE, measured("Increase the number of parks with a warden to 90% by 2011."))
    assert finding.severity == "warning"
    assert finding.quotes == ("90% by 2011",)


def test_a_number_that_grows_by_a_percentage_is_right() -> None:
    document = measured("Increase the number of parks with a warden by 10% by 2011.")
    assert found(RULE, document) == []
