from __future__ import annotations

from builders.small_plans import action, found, plan
from oneplan.document.lint.actions.several_leads import RULE


def test_two_posts_are_one_too_many():
    [finding] = found(RULE, plan(action(leads=["Head of Parks", "Head of Sport"])))
    assert finding.message.startswith("Two posts stand here")
    assert finding.quotes == ("Head of Parks", "Head of Sport")


def test_the_same_post_twice_is_one_lead():
    assert not found(RULE, plan(action(leads=["Head of Parks", "Head of Parks"])))


def test_a_post_and_the_organisation_it_is_in_are_one_lead():
    assert not found(RULE, plan(action(leads=["Harbour Trust", "Head of Midwifery"])))


def test_two_organisations_are_two_leads():
    [finding] = found(RULE, plan(action(leads=["Harbour Trust", "Fenshire Police"])))
    assert finding.message.startswith("Two leads")
