"""How a page names something without holding it, and the words of a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

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


def number_below(rows: QuerySet[Any, Any], pointer: str) -> Coalesce:
    """A column of a query: how many of these rows point at what is asked for."""
    named = rows.filter(**{pointer: OuterRef("pk")}).values(pointer)
    number = named.annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), Value(0))


def number_in(rows: QuerySet[Any, Any], of: str = "pk") -> QuerySet[Any, Any]:
    """A query for how many of a partnership's rows there are, or things that they are "of"; none is no row."""
    number: QuerySet[Any, Any] = rows.values("partnership").annotate(
        number=Count(of, distinct=of != "pk")
    )
    return number.values_list("number")


def counted(rows: Sequence[Sequence[int]]) -> int:
    """The number that :func:`number_in` has found."""
    return rows[0][0] if rows else 0
