"""Who belongs to a partnership, and what of that is told in its history."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from pytest_django import DjangoAssertNumQueries

from builders.partnerships import NOON, again, bodies, joined, someone, started
from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import NotAllowed, memberships
from oneplan.partnership.partners.access import member as member_of
from oneplan.partnership.partners.operations.partnerships import change_partnership
from oneplan.partnership.partners.operations.people import (
    add_member,
    change_member,
    invite_again,
    remove_member,
)
from oneplan.partnership.partners.permissions import Role
from oneplan.partnership.partners.queries.people import people_found
from oneplan.partnership.partners.refusals import NotThere, Refused

pytestmark = pytest.mark.django_db


def _number(key: str) -> int:
    return int(key.partition(":")[2])


def test_whoever_starts_a_partnership_is_its_administrator_and_it_is_told() -> None:
    first = started("Fenshire Partnership")
    assert first.roles == {Role.ADMINISTRATOR}
    events = Event.objects.of_stream(first.partnership.key)
    assert [(event.operation, event.sort) for event in events] == [
        ("start_partnership", "partnership"),
        ("start_partnership", "membership"),
    ]
    assert {event.partnership for event in events} == {first.partnership.key}


def test_two_partnerships_of_one_name_have_two_addresses() -> None:
    people = ("Ash", "Birch", "Cedar")
    slugs = [started("Fens!", who).partnership.slug for who in people]
    assert slugs == ["fens", "fens-2", "fens-3"]


def test_a_partnership_that_somebody_starts_twice_is_one_until_something_is_done_in_it() -> None:
    ash = started("Fens")
    assert started("Fens").partnership == ash.partnership
    joined(ash, "Birch", Role.VIEWER)
    assert started("Fens").partnership != ash.partnership


def test_a_partnership_keeps_its_address_when_it_is_renamed() -> None:
    first = started("Fenshire Partnership")
    change_partnership(name="Fens Together", area="e10000034", by=first, at=NOON)
    now = again(_number(first.actor.key), "fenshire-partnership").partnership
    assert (now.name, now.area) == ("Fens Together", "E10000034")
    with pytest.raises(Refused, match="code of the area"):
        change_partnership(name="Fens Together", area="Fens", by=first, at=NOON)


def test_an_administrator_adds_a_person_with_roles_and_a_body() -> None:
    first = started()
    (council,) = bodies(first, "Fenshire Council")
    added = joined(first, "Birch", Role.LEAD_OFFICER, Role.ANALYST, organisation=council)
    assert added.roles == {Role.LEAD_OFFICER, Role.ANALYST}
    assert added.organisations == {council}
    told = Event.objects.filter(operation="add_member").get()
    assert told.after == {
        "name": "Birch",
        "roles": ["analyst", "lead_officer"],
        "organisation": "Fenshire Council",
    }


def test_a_person_of_another_partnership_is_added_as_who_they_are() -> None:
    first, other = started("One", "Ash"), started("Two", "Birch")
    joined(first, "Birch", Role.VIEWER)
    assert [each.partnership.name for each in memberships(_number(other.actor.key))] == [
        "One",
        "Two",
    ]


@pytest.mark.parametrize(
    ("email", "roles", "said"),
    [
        ("", [Role.VIEWER], "Enter an e-mail address"),
        ("birch", [Role.VIEWER], "in the right form"),
        ("ash,birch@fenshire.example", [Role.VIEWER], "in the right form"),
        ("<birch@fenshire.example>", [Role.VIEWER], "in the right form"),
        ("birch:;@fenshire.example", [Role.VIEWER], "in the right form"),
        ("bir\u202ech@fenshire.example", [Role.VIEWER], "in the right form"),
        ("birch@fenshire.example", [], "at least one role"),
        ("ASH@fenshire.example", [Role.VIEWER], "belong to the partnership already"),
    ],
)
def test_what_is_wrong_with_a_new_member_is_said(email: str, roles: list[Role], said: str) -> None:
    first = started()
    with pytest.raises(Refused, match=said):
        add_member(email=email, name="Birch", roles=roles, by=first, at=NOON)


def test_roles_are_changed_to_those_that_are_given() -> None:
    first = started()
    birch = joined(first, "Birch", Role.LEAD_OFFICER, Role.ANALYST)
    number = _number(birch.actor.key)
    change_member(person=number, roles=[Role.VIEWER], by=first, at=NOON)
    assert again(number, first.partnership.slug).roles == {Role.VIEWER}


def test_the_last_administrator_can_neither_go_nor_become_another() -> None:
    first = started()
    number = _number(first.actor.key)
    with pytest.raises(Refused, match="somebody else an administrator"):
        remove_member(person=number, by=first, at=NOON)
    with pytest.raises(Refused, match="somebody else an administrator"):
        change_member(person=number, roles=[Role.VIEWER], by=first, at=NOON)
    joined(first, "Birch", Role.ADMINISTRATOR)
    remove_member(person=number, by=first, at=NOON)
    assert member_of(number, first.partnership.slug) is None


def test_whoever_is_removed_is_no_member_from_that_moment() -> None:
    first = started()
    birch = _number(joined(first, "Birch", Role.PLAN_OFFICER).actor.key)
    remove_member(person=birch, by=first, at=NOON)
    assert member_of(birch, first.partnership.slug) is None
    assert Event.objects.filter(operation="remove_member", before__name="Birch").exists()


def test_people_and_bodies_of_another_partnership_are_not_there() -> None:
    first, other = started("One", "Ash"), started("Two", "Birch")
    (body,) = bodies(other, "Fenland Trust")
    with pytest.raises(NotThere):
        remove_member(person=_number(other.actor.key), by=first, at=NOON)
    with pytest.raises(NotThere):
        joined(first, "Cedar", Role.VIEWER, organisation=body)
    assert not Event.objects.filter(operation="add_member").exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_but_an_administrator_adds_people(role: Role) -> None:
    member = joined(started(), "Birch", role)
    someone("Cedar")
    with pytest.raises(NotAllowed):
        joined(member, "Cedar", Role.VIEWER)


def test_people_are_found_by_their_names_and_addresses_and_come_page_by_page(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second = started(), started("Brackland Partnership", "Elm")
    for number in range(30):
        joined(first, f"Birch-{number:02}", Role.VIEWER, Role.ANALYST)
    joined(second, "Birch-99", Role.VIEWER)
    found = people_found(first.partnership)
    assert len(found) == 31
    with django_assert_max_num_queries(2):
        page = found[10:20]
    assert [each.name for each in page] == [f"Birch-{number:02}" for number in range(9, 19)]
    assert page[0].roles == (Role.ANALYST, Role.VIEWER)
    assert [each.name for each in people_found(first.partnership, "BIRCH 07@")] == ["Birch-07"]
    assert list(people_found(first.partnership, "birch-99")) == []
    assert list(people_found(first.partnership, "%")) == []


def test_a_person_who_has_never_come_is_written_to_again(
    django_capture_on_commit_callbacks: Any,
) -> None:
    first = started()
    birch = joined(first, "Birch", Role.VIEWER)
    number = _number(birch.actor.key)
    (found,) = people_found(first.partnership, "birch")
    assert not found.has_signed_in
    with django_capture_on_commit_callbacks(execute=True):
        invite_again(person=number, by=first, at=NOON)
    assert [letter.to for letter in mail.outbox] == [["birch@fenshire.example"]]
    assert "Fenshire Partnership" in mail.outbox[0].subject
    told = Event.objects.filter(operation="invite_again").get()
    assert (told.label, told.note) == ("Birch", "The letter was sent again")
    Person.objects.filter(pk=number).update(last_login=NOON)
    with pytest.raises(Refused, match="signed in already"):
        invite_again(person=number, by=first, at=NOON)
    with pytest.raises(NotThere):
        invite_again(person=number, by=started("Brackland Partnership", "Elm"), at=NOON)
    with pytest.raises(NotAllowed):
        invite_again(person=number, by=birch, at=NOON)
