from __future__ import annotations

from builders.measured_plans import measured, under
from builders.small_plans import found, said
from oneplan.document.lint.measures.target_contradicts_aim import RULE


def test_fewer_is_the_aim_and_more_the_target() -> None:
    document = under(
        "Fewer children in poverty", "Children in poverty from 18% in 2009 to 20% in 2010."
    )
    [finding] = found(RULE, document)
    assert finding.quotes[1] == "Fewer children in poverty"


def test_a_target_beyond_the_figure_in_prose() -> None:
    document = under(
        "Stable homes", "The rate of children looked after to be 58 per 10,000 in 2011."
    )
    document.elements[0].statements += [
        said("More help at home, and thus fewer children who are looked after.", "success"),
        said(
            "Children looked after rose from 48 per 10,000 to 54 per 10,000 in 2008/09.", "evidence"
        ),
    ]
    [finding] = found(RULE, document)
    assert "fewer children who are looked after" in finding.message


def test_help_for_those_concerned_may_grow() -> None:
    document = under(
        "Fewer children in poverty",
        "Increase the number of children in poverty who receive a hot meal from 180 in 2009 to 240 in 2010.",
        "Children in poverty from 18% in 2009 to 16% in 2010.",
    )
    assert found(RULE, document) == []


def test_an_action_that_is_to_cut_something_cannot_be_measured_by_more_of_it() -> None:
    document = measured(
        "Emergency admissions for asthma from 120 in 2008/09 to 152 in 2010/11.",
        says="Reduce emergency admissions for asthma by training school staff.",
    )
    [finding] = found(RULE, document)
    assert finding.quotes[1] == "Reduce emergency admissions for asthma"


def test_help_that_brings_the_cut_about_may_grow() -> None:
    document = measured(
        "Number of schools trained in asthma from 12 in 2008/09 to 40 in 2010/11.",
        says="Reduce emergency admissions for asthma by training school staff.",
    )
    assert found(RULE, document) == []
