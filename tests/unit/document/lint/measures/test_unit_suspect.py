from __future__ import annotations

import pytest

from builders.measured_plans import measured
from builders.small_plans import found
from oneplan.document.lint.measures.unit_suspect import RULE


@pytest.mark.parametrize(
    "text",
    [
        "Increase the percentage of homes insulated from 52% in 2009 to 118% in 2010.",
        "Reduce hospital admissions for self-harm from 395 per 10,000 in 2009 to 360 per 10,000 in 2010.",
        "Children looked after to fall from 610 per 10,000 in 2009 to 580 per 10,000 in 2010.",
    ],
)
def test_a_figure_beyond_all_experience_is_an_error(text: str) -> None:
    [finding] = found(RULE, measured(text))
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "Increase the percentage of homes insulated from 52% in 2009 to 100% in 2010.",
        "Reduce hospital admissions for self-harm from 395 per 100,000 in 2009 to 360 per 100,000 in 2010.",
        "Children looked after to fall from 61 per 10,000 in 2009 to 58 per 10,000 in 2010.",
        "Increase the percentage of target visits made, 110% of target by 2010.",
        "A 150% increase in the number of bus passengers by 2010.",
    ],
)
def test_usual_figures_and_growth_are_right(text: str) -> None:
    assert found(RULE, measured(text)) == []


def test_a_rate_far_too_low_is_only_asked_about() -> None:
    [finding] = found(
        RULE,
        measured("Children looked after to fall from 0.6 per 10,000 in 2009 to 0.5 per 10,000."),
    )
    assert finding.severity == "warning"


def test_more_than_the_level_of_an_earlier_year_is_no_more_than_a_whole() -> None:
    document = measured("Visits at 110% of the 2008 level by 2010.")
    assert found(RULE, document) == []
