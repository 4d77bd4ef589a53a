"""What came of files that were brought in before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.plans.models import Import


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """A plan that a file was brought into: its address and title, when, and by whom."""

    slug: str
    title: str
    at: datetime
    who: str


def plan_of_reading(member: Member, reading: str) -> str | None:
    """The address of the plan that a member's own reading of a file was brought into; None where it was not."""
    own = Import.objects.filter(
        reading=reading,
        by_key=member.actor.key,
        plan__partnership=member.partnership,
        plan__removed_at=None,
    )
    return own.values_list("plan__slug", flat=True).first() if reading else None


def brought_in_before(partnership: Partnership, fingerprint: str) -> BroughtIn | None:
    """Where and when the very same file was last brought in, in one query; None where it never was."""
    same = Import.objects.filter(
        fingerprint=fingerprint, plan__partnership=partnership, plan__removed_at=None
    )
    found = same.order_by("-at", "-pk").values_list("plan__slug", "plan__title", "at", "by_label")
    row = found.first()
    return BroughtIn(*row) if row else None
