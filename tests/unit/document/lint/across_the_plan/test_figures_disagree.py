from __future__ import annotations

from builders.measured_plans import apart
from builders.small_plans import found, plan
from oneplan.document.lint.across_the_plan.figures_disagree import RULE


def test_two_sizes_of_one_group_for_one_year() -> None:
    document = plan(
        "In 2024 there are 412 young carers in the county.",
        "There were 388 young carers here in 2024.",
    )
    [finding] = found(RULE, document)
    assert finding.severity == "error"


def test_sizes_years_apart_are_right() -> None:
    document = plan(
        "In 2023 there are 388 young carers in the county.",
        "There were 412 young carers here in 2024.",
    )
    assert found(RULE, document) == []


def test_shares_of_one_group_must_fit_its_size() -> None:
    document = apart(
        "75% (150) of schools accredited by 2009.", "80% (96) of schools accredited by 2010."
    )
    [finding] = found(RULE, document)
    assert finding.severity == "warning"


def test_shares_that_fit_are_right() -> None:
    document = apart(
        "75% (150) of schools accredited by 2009.", "80% (160) of schools accredited by 2010."
    )
    assert found(RULE, document) == []


def test_about_is_taken_as_about() -> None:
    document = plan(
        "In 2024 there are around 410 young carers.", "There were about 400 young carers in 2024."
    )
    assert found(RULE, document) == []
