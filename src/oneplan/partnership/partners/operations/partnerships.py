"""What is done with a partnership as a whole."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

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


def start_partnership(
    *, name: str, area: str = "", person: int, by: Actor, at: datetime
) -> Partnership:
    """A new partnership, with a person as its first administrator.

    Raises:
        Refused: it has no name, or one that is too long, or its area is no code.
    """
    name, area = shown(name), area.strip().upper()
    refuse(name=about_partnership(name), area=about_area(area))
    with transaction.atomic():
        made = Partnership.objects.create(slug=_free_address(name), name=name, area=area)
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


def _free_address(name: str) -> str:
    wanted = address_of(name, _LONGEST_ADDRESS, "partnership")
    alike = Partnership.objects.filter(slug__startswith=wanted)
    return free_address(wanted, set(alike.values_list("slug", flat=True)))
