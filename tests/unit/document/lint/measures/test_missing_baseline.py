from __future__ import annotations

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.missing_baseline import RULE


def test_a_rise_to_a_figure_needs_a_start() -> None:
    [finding] = found(
        RULE, measured("Increase the percentage of insulated homes to 60% by March 2011.")
    )
    assert finding.severity == "warning"


def test_a_share_to_be_reached_is_worth_a_look() -> None:
    [finding] = found(RULE, measured("85% of schools visited by March 2011."))
    assert finding.severity == "info"


def test_all_and_things_delivered_need_no_start() -> None:
    assert (
        found(RULE, measured("100% of schools visited by March 2011.", "4 leaflets printed.")) == []
    )


def test_a_baseline_promised_is_another_finding() -> None:
    document = measured(
        "Increase the percentage of insulated homes to 60% by 2011 (baseline to be set)."
    )
    assert found(RULE, document) == []


def test_a_row_of_figures_that_begins_before_the_plan_has_its_start() -> None:
    document = measured("Satisfied residents: 41% in 2007/08, 50% in 2009/10, 55% in 2010/11.")
    assert found(RULE, document) == []


def test_a_level_to_be_kept_is_its_own_start() -> None:
    assert found(RULE, measured("Maintain the share of open clubs at 97% in 2010/11.")) == []
