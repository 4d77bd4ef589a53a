from __future__ import annotations

import pytest

from builders.small_plans import action, found, measure, outcome, plan
from oneplan.document.lint.privacy_and_process.small_number_published import RULE


@pytest.mark.parametrize(
    "text",
    [
        "8.7% (2 pupils) passed.",
        "four care leavers (8%) found work",
        "6% (n=4)",
    ],
)
def test_a_handful_beside_a_percentage_must_not_be_published(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "14% (8 pupils) passed.",
        "It fell to 5% – 3 young people.",
        "Three children were excluded last year.",
    ],
)
def test_other_single_figures_of_people_are_a_question(text):
    [finding] = found(RULE, plan(text))
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "38% (42 pupils) passed.",
        "60% (3 schools) took part.",
        "50% (4 children's centres) opened.",
        "Children under 5 were seen.",
        "Pupils aged 7 children had lunch.",
        "Train 4 young people as guides.",
        "£5 children had paid",
        "One in 4 children were tired.",
        "Fewer than ten pupils passed.",
        "Three young people were elected to the town's youth panel.",
    ],
)
def test_settings_ages_plans_and_larger_counts_are_clean(text):
    assert not found(RULE, plan(text))


def test_a_target_for_a_few_people_is_clean():
    document = plan(outcome("Work", measures=[measure("4 care leavers in work by March 2010")]))
    assert not found(RULE, document)


def test_a_measure_with_a_share_and_a_handful_is_found():
    [finding] = found(
        RULE, plan(action(ref="FP 1.1", measures=[measure("Rise from 9% (4 girls) to 12%")]))
    )
    assert finding.where == "FP 1.1"


def test_few_of_an_age_who_came_to_harm_are_said():
    assert len(found(RULE, plan("3 children under one were seriously harmed."))) == 1
