"""Partnerships and the people in them, through the operations that people use."""

from __future__ import annotations

from datetime import UTC, datetime

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.partners.access import Member, member
from oneplan.partnership.partners.operations.organisations import add_organisation
from oneplan.partnership.partners.operations.partnerships import start_partnership
from oneplan.partnership.partners.operations.people import add_member
from oneplan.partnership.partners.permissions import Role

NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)


def someone(name: str = "Ash") -> Person:
    """A person who may sign in, with an address made of the name."""
    return Person.objects.create_user(f"{name.lower()}@fenshire.example", name=name)


def started(name: str = "Fenshire Partnership", who: str = "Ash") -> Member:
    """A new partnership, as its first administrator has it."""
    email = f"{who.lower()}@fenshire.example"
    person = Person.objects.filter(email=email).first() or someone(who)
    actor = Actor(person.key, str(person))
    made = start_partnership(name=name, person=person.pk, by=actor, at=NOON)
    return again(person.pk, made.slug)


def joined(by: Member, name: str, *roles: Role, organisation: int | None = None) -> Member:
    """Somebody whom an administrator has added with these roles, as a member."""
    person = add_member(
        email=f"{name.lower()}@fenshire.example",
        name=name,
        roles=roles,
        organisation=organisation,
        by=by,
        at=NOON,
    )
    return again(person, by.partnership.slug)


def again(person: int, slug: str) -> Member:
    """A person as the member that they are now."""
    found = member(person, slug)
    assert found
    return found


def bodies(by: Member, *names: str) -> list[int]:
    """Organisations with these names, by their numbers."""
    return [add_organisation(name=name, by=by, at=NOON) for name in names]


def number_of(member: Member) -> int:
    """The number of the person who is a member."""
    return int(member.actor.key.rpartition(":")[2])
