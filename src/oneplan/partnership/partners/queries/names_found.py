"""The settled names that somebody looks for."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Lower

from oneplan.partnership.partners.models import Alias, Partnership
from oneplan.partnership.partners.naming.names import Printed, Sort, key_of
from oneplan.partnership.partners.queries.found import Found
from oneplan.partnership.partners.queries.names import NAMED, RememberedName, remembered
from oneplan.partnership.partners.queries.reference import counted, number_in
from oneplan.partnership.prepared import Prepared

_MOST_WORDS = 8
_ORDER = Case(*(When(kind=kind, then=place) for place, kind in enumerate(Printed)))


def _in_order(rows: QuerySet[Alias]) -> QuerySet[Any, Any]:
    return rows.order_by(_ORDER, Lower("text"), "pk").values_list(*NAMED)


_ALL = Prepared(lambda partnership: _in_order(Alias.objects.filter(partnership=partnership)))
_NUMBER = Prepared(lambda partnership: number_in(Alias.objects.filter(partnership=partnership)))


def names_counted(partnership: Partnership) -> int:
    """How many settled names there are, in one query."""
    return counted(_NUMBER(partnership.pk))


def all_names(partnership: Partnership, start: int, stop: int) -> tuple[RememberedName, ...]:
    """All settled names, by where they stand and by text, from one place to before another, in one query."""
    return tuple(remembered(_ALL.between(start, stop, partnership.pk)))


def names_found(
    partnership: Partnership, words: str = "", kind: Printed | None = None
) -> Found[RememberedName]:
    """The settled names that have all the words, or mean something that has, by where they stand and by text.

    A page of them takes two queries.
    """
    rows = Alias.objects.filter(partnership=partnership)
    if kind is not None:
        rows = rows.filter(kind=kind)
    for word in key_of(words).split()[:_MOST_WORDS]:
        means = [Q(**{f"{sort}__key__contains": word}) for sort in Sort]
        rows = rows.filter(reduce(or_, means, Q(key__contains=word)))
    return Found(_in_order(rows), remembered)
