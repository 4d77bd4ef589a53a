"""The settled names that somebody looks for."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, When
from django.db.models.functions import Lower

from oneplan.partnership.partners.models import Alias, Partnership
from oneplan.partnership.partners.naming.names import Printed, Sort, key_of
from oneplan.partnership.partners.queries.found import Found, PreparedRows
from oneplan.partnership.partners.queries.names import NAMED, RememberedName, remembered
from oneplan.partnership.prepared import Prepared

_MOST_WORDS = 8
_ORDER = Case(*(When(kind=kind, then=place) for place, kind in enumerate(Printed)))


def _in_order(rows: QuerySet[Alias]) -> QuerySet[Any, Any]:
    return rows.order_by(_ORDER, Lower("text"), "pk").values_list(*NAMED)


_ALL = Prepared(lambda partnership: _in_order(Alias.objects.filter(partnership=partnership)))
_NUMBER = Prepared(
    lambda partnership: (
        Alias.objects.filter(partnership=partnership)
        .values("partnership")
        .annotate(number=Count("pk"))
        .values_list("number")
    )
)


def names_found(
    partnership: Partnership, words: str = "", kind: Printed | None = None
) -> Found[RememberedName]:
    """The settled names that have all the words, or mean something that has, by where they stand and by text.

    A page of them takes two queries.
    """
    if kind is None and not words:
        return Found(PreparedRows(_ALL, _NUMBER, partnership.pk), remembered)
    rows = Alias.objects.filter(partnership=partnership)
    if kind is not None:
        rows = rows.filter(kind=kind)
    for word in key_of(words).split()[:_MOST_WORDS]:
        means = [Q(**{f"{sort}__key__contains": word}) for sort in Sort]
        rows = rows.filter(reduce(or_, means, Q(key__contains=word)))
    return Found(_in_order(rows), remembered)
