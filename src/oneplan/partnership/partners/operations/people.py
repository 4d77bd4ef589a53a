"""What is done with the people of a partnership: who belongs, as what, for which body."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from oneplan.partnership.accounts.operations import invite
from oneplan.partnership.audit.operations import Actor, Happened
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.naming.names import shown
from oneplan.partnership.partners.operations.changing import Changes, changing
from oneplan.partnership.partners.operations.organisations import organisation_or_none
from oneplan.partnership.partners.permissions import Permission, Role
from oneplan.partnership.partners.refusals import NotThere, refuse
from oneplan.partnership.partners.rules import (
    about_administrators,
    about_email,
    about_person,
    about_roles,
)


@requires(Permission.EDIT_PEOPLE)
def add_member(
    *,
    email: str,
    name: str,
    roles: Collection[Role],
    organisation: int | None = None,
    by: Member,
    at: datetime,
) -> int:
    """Somebody as a member, invited by letter where they cannot sign in yet; gives their number.

    Raises:
        Refused: the address is none, the name too long, no role is chosen, or they belong to the partnership already.
        NotThere: the organisation is not of the partnership.
    """
    email, name = email.strip(), shown(name)
    refuse(email=about_email(email), name=about_person(name), roles=about_roles(roles))
    with changing(by.partnership, "add_member", by=by.actor, at=at) as changes:
        there = Membership.objects.filter(partnership=by.partnership, person__email__iexact=email)
        refuse(email="They belong to the partnership already" if there.exists() else None)
        person = invite(email=email, name=name, by=by.actor, at=at, to=by.partnership.name)
        _give(changes, by.partnership, person.pk, roles, organisation)
    return person.pk


@requires(Permission.EDIT_PEOPLE)
def change_member(
    *,
    person: int,
    roles: Collection[Role],
    organisation: int | None = None,
    by: Member,
    at: datetime,
) -> None:
    """Gives a member these roles, no others, for this body.

    Raises:
        Refused: no role is chosen, or the partnership would be without an administrator.
        NotThere: the person or the organisation is not of the partnership.
    """
    refuse(roles=about_roles(roles))
    with changing(by.partnership, "change_member", by=by.actor, at=at) as changes:
        _someone_stays(by.partnership, person, roles)
        _give(changes, by.partnership, person, roles, organisation)


@requires(Permission.EDIT_PEOPLE)
def invite_again(*, person: int, by: Member, at: datetime) -> None:
    """Sends a member once more the letter that says how to sign in.

    Raises:
        Refused: they have signed in since they were added.
        NotThere: the person is not of the partnership.
    """
    with changing(by.partnership, "invite_again", by=by.actor, at=at) as changes:
        held = Membership.objects.filter(partnership=by.partnership, person__pk=person)
        first = held.select_related("person").first()
        if first is None:
            raise NotThere
        known = first.person
        refuse(person="They have signed in already" if known.last_login else None)
        invite(email=known.email, name=known.name, by=by.actor, at=at, to=by.partnership.name)
        note = "The letter was sent again"
        changes.tell(Happened("member", known.key, str(known), note=note))


@requires(Permission.EDIT_PEOPLE)
def remove_member(*, person: int, by: Member, at: datetime) -> None:
    """Takes all roles from a member; what they did stays in the history. They may be added again.

    Raises:
        Refused: the partnership would be without an administrator.
        NotThere: the person is not of the partnership.
    """
    with changing(by.partnership, "remove_member", by=by.actor, at=at) as changes:
        _someone_stays(by.partnership, person, ())
        _give(changes, by.partnership, person, (), None)


def appoint_administrator(
    *,
    partnership: str,
    email: str,
    by: Actor,
    at: datetime,
    once_sent: Callable[[], None] | None = None,
) -> str:
    """Makes somebody an administrator, beside what they are already; gives the partnership's name.

    For whoever keeps the server, where a partnership has nobody left to do it. They are told by letter;
    ``once_sent`` is called if it could be sent. Appointing them again sends it again.

    Raises:
        Refused: the address is none.
        NotThere: there is no such partnership.
    """
    email = email.strip()
    refuse(email=about_email(email))
    here = Partnership.objects.filter(slug=partnership).first()
    if here is None:
        raise NotThere
    with changing(here, "appoint_administrator", by=by, at=at) as changes:
        person = invite(email=email, name="", by=by, at=at, to=here.name, once_sent=once_sent)
        held = Membership.objects.filter(partnership=here, person__pk=person.pk)
        roles = {Role(each.role) for each in held} | {Role.ADMINISTRATOR}
        body = next((each.organisation_id for each in held), None)
        _give(changes, here, person.pk, roles, body)
    return here.name


def _someone_stays(partnership: Partnership, person: int, roles: Collection[Role]) -> None:
    holders: dict[int, set[Role]] = {}
    for held in Membership.objects.filter(partnership=partnership, person__is_active=True):
        holders.setdefault(held.person_id, set()).add(Role(held.role))
    known = Membership.objects.filter(partnership=partnership, person__pk=person)
    if person not in holders and not known.exists():
        raise NotThere
    refuse(roles=about_administrators(holders, person, roles))


def _give(
    changes: Changes,
    partnership: Partnership,
    person: int,
    roles: Collection[Role],
    organisation: int | None,
) -> None:
    body = organisation_or_none(partnership, organisation)
    held = Membership.objects.filter(partnership=partnership, person__pk=person)
    before = _told(held)
    held.exclude(role__in=[role.value for role in roles]).delete()
    for role in sorted(roles):
        Membership.objects.update_or_create(
            partnership=partnership, person_id=person, role=role, defaults={"organisation": body}
        )
    after = _told(held.all())
    if before != after:
        label = (after or before or {}).get("name", "")
        changes.tell(Happened("member", f"person:{person}", label, before=before, after=after))


def _told(held: Any) -> dict[str, Any] | None:
    rows = list(held.select_related("person", "organisation").order_by("role"))
    if not rows:
        return None
    return {
        "name": str(rows[0].person),
        "roles": [row.role for row in rows],
        "organisation": str(rows[0].organisation) if rows[0].organisation else None,
    }
