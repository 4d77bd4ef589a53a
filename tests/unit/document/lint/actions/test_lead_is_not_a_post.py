from __future__ import annotations

import pytest

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.lead_is_not_a_post import RULE


@pytest.mark.parametrize(
    "lead", ["Fenshire Police", "Youth Service", "Harbour Trust", "Safety Board (North)"]
)
def test_a_body_is_not_a_post(lead):
    [finding] = found(RULE, plan(action(leads=[lead])))
    assert finding.quotes == (lead,)
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "lead",
    [
        "Head of Youth Service",
        "Chair of the Safety Board",
        "SDM: Family Services",
        "Service Manager",
    ],
)
def test_a_post_in_a_body_is_a_post(lead):
    assert not found(RULE, plan(action(leads=[lead])))


def test_a_partner_of_the_plan_is_a_body_whatever_its_name():
    [finding] = found(RULE, plan(action(leads=["Bright Futures"], partners=["Bright Futures"])))
    assert finding.severity == "warning"


def test_a_person_by_name_is_worth_a_look():
    [finding] = found(RULE, plan(action(leads=["Mrs A Example"])))
    assert finding.severity == "info"


def test_an_organisation_beside_a_post_is_no_fault():
    assert not found(RULE, plan(action(leads=["Harbour Trust", "Head of Midwifery"])))


def test_several_organisations_are_one_finding():
    [finding] = found(RULE, plan(action(leads=["Harbour Trust", "Fenshire Police"])))
    assert finding.quotes == ("Harbour Trust", "Fenshire Police")
