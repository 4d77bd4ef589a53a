"""What is done with a partnership as a whole."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime

from django.db import IntegrityError, transaction

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.models import Stream
from oneplan.partnership.audit.operations import Actor
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.address import address_of, free_address
from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.naming.names import shown
from oneplan.partnership.partners.operations.changing import changing
from oneplan.partnership.partners.permissions import Permission, Role
from oneplan.partnership.partners.refusals import refuse
from oneplan.partnership.partners.rules import about_area, about_partnership

_LONGEST_ADDRESS = 50
_TOLD_OF_A_START = 2
"""Events: the partnership, and its administrator."""
_TRIES = 5
_SIGNS = "bcdfghjkmnpqrstvwxyz23456789"
"""Those that are not mistaken for one another, and make no words."""
_SIGNS_OF_A_MARK = 5


def start_partnership(
    *, name: str, area: str = "", marked: bool = False, person: int, by: Actor, at: datetime
) -> Partnership:
    """A new partnership, with a person as its first administrator.

    One of the same name that they have started, and in which nothing was done since, is that one. Its
    address is made of the name; where it is ``marked`` it ends in signs that nobody can foresee, so that
    it does not tell whether another partnership has that name.

    Raises:
        Refused: it has no name, or one that is too long, or its area is no code.
    """
    name, area = shown(name), area.strip().upper()
    refuse(name=about_partnership(name), area=about_area(area))
    with transaction.atomic():
        before = _untouched(name, area, Person.objects.select_for_update().get(pk=person))
        if before is not None:
            return before
        made = _with_free_address(name, area, marked=marked)
        with changing(made, "start_partnership", by=by, at=at) as changes:
            changes.added(made)
            changes.added(
                Membership.objects.create(
                    partnership=made, person_id=person, role=Role.ADMINISTRATOR
                )
            )
    return made


@requires(Permission.EDIT_PEOPLE)
def change_partnership(*, name: str, area: str, by: Member, at: datetime) -> None:
    """Gives the partnership another name or area; its address stays.

    Raises:
        Refused: it has no name, or one that is too long, or its area is no code.
    """
    name, area = shown(name), area.strip().upper()
    refuse(name=about_partnership(name), area=about_area(area))
    with changing(by.partnership, "change_partnership", by=by.actor, at=at) as changes:
        row = Partnership.objects.get(pk=by.partnership.pk)
        with changes.made_to(row):
            row.name, row.area = name, area


def _untouched(name: str, area: str, person: Person) -> Partnership | None:
    """A partnership of this name of which the history tells no more than that the person started it."""
    held = Membership.objects.filter(person=person, role=Role.ADMINISTRATOR)
    alike = held.filter(partnership__name=name, partnership__area=area)
    own = {each.partnership.key: each.partnership for each in alike.select_related("partnership")}
    started = Stream.objects.filter(name__in=own, number=_TOLD_OF_A_START).first()
    return own[started.name] if started else None


def _with_free_address(name: str, area: str, *, marked: bool) -> Partnership:
    """A new row. Who takes the same address at this moment has it; this one gets the next."""
    address = _marked_address if marked else _free_address
    for _ in range(_TRIES):
        with suppress(IntegrityError), transaction.atomic():
            return Partnership.objects.create(slug=address(name), name=name, area=area)
    return Partnership.objects.create(slug=address(name), name=name, area=area)


def _free_address(name: str) -> str:
    wanted = _plain_address(name)
    alike = Partnership.objects.filter(slug__startswith=wanted)
    return free_address(wanted, set(alike.values_list("slug", flat=True)))


def _marked_address(name: str) -> str:
    mark = "".join(secrets.choice(_SIGNS) for _ in range(_SIGNS_OF_A_MARK))
    return f"{_plain_address(name)}-{mark}"


def _plain_address(name: str) -> str:
    return address_of(name, _LONGEST_ADDRESS, "partnership")
