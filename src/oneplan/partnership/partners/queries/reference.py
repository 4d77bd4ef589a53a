"""How a page names something without holding it, and the words of a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from oneplan.partnership.prepared import Given


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """Something by its name and its number."""

    name: str
    id: int


def reference(number: int | None, name: str | None) -> Reference | None:
    """The reference, None where there is nothing."""
    return None if number is None else Reference(name or "", number)


def lasts(start: date | None, end: date | None, day: date) -> bool:
    """Whether a time from one day to another, both counted, holds a day; either may be open."""
    return (start is None or start <= day) and (end is None or day <= end)


def lasting(day: date | Given) -> Q:
    """What lasts on a day, as :func:`lasts` has it, asked of the database."""
    return (Q(start=None) | Q(start__lte=day)) & (Q(end=None) | Q(end__gte=day))
