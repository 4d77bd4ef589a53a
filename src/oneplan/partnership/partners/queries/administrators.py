"""Partnerships that nobody looks after."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from oneplan.partnership.partners.models import Membership, Partnership
from oneplan.partnership.partners.permissions import Role


def without_administrator(person: int) -> list[Partnership]:
    """Those of a person's partnerships in which nobody who may sign in is an administrator, by name."""
    theirs = Membership.objects.filter(person=person).values("partnership")
    looking_after = Membership.objects.filter(
        partnership=OuterRef("pk"), role=Role.ADMINISTRATOR, person__is_active=True
    )
    left = Partnership.objects.filter(~Exists(looking_after), pk__in=theirs)
    return list(left.order_by("name", "pk"))
