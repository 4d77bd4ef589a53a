"""The demo's partnerships are founded through the operations, once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oneplan.demonstration.families import families
from oneplan.demonstration.families.founding import found_families
from oneplan.demonstration.people import PEOPLE
from oneplan.document.files import from_yaml
from oneplan.document.identity import with_ids
from oneplan.examples import example_plans
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.partners.access import Member, memberships
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.boards import boards
from oneplan.partnership.partners.queries.organisations import organisations
from oneplan.partnership.plans.queries.live import plan_named, plans_of
from oneplan.partnership.plans.queries.own import own_actions

NOW = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def founded(db: None) -> list[Member]:  # noqa: ARG001 - the database must stand
    found_families(at=NOW)
    administrator = Person.objects.get(email="administrator@demo.invalid")
    return memberships(administrator.pk)


def test_both_partnerships_have_their_people_bodies_and_boards(founded: list[Member]) -> None:
    assert len(founded) == 2
    for person in PEOPLE:
        held = memberships(Person.objects.get(email=person.email).pk)
        assert [each.roles for each in held] == [frozenset({person.role})] * 2
        assert all(each.organisations for each in held) == (person.role == Role.LEAD_OFFICER)
    for family, by in zip(families(), founded, strict=True):
        rows = {row.name: row.ended for row in organisations(by.partnership, 0, 1000)}
        assert rows == {body.name: body.ended for body in family.organisations}
        assert len(boards(by.partnership, NOW.date())) == len(family.boards)


def test_all_example_plans_stand_as_published_and_only_once_and_the_lead_officer_leads_some_actions(
    founded: list[Member],
) -> None:
    assert found_families(at=NOW) == 0
    published = {
        plan.title: plan
        for plan in (with_ids(from_yaml(place.read_bytes())) for place in example_plans())
    }
    live = [
        plan_named(each.partnership, line.slug)
        for each in founded
        for line in plans_of(each.partnership)
    ]
    assert sorted(plan.title for plan in live if plan) == sorted(published)
    for plan in live:
        assert plan
        assert plan.document.elements == published[plan.title].elements
    officer = Person.objects.get(email="lead-officer@demo.invalid")
    (by,) = (each for each in memberships(officer.pk) if "Worcestershire" in each.partnership.name)
    assert sum(len(own_actions(plan, by, NOW.date())) for plan in live if plan) > 10
