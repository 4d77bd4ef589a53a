"""A partnership at a glance: how much it knows, and what a word finds among its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from oneplan.partnership.partners.models import (
    MODELS,
    Alias,
    Board,
    Membership,
    Organisation,
    Partnership,
    Post,
    Strategy,
)
from oneplan.partnership.partners.naming.names import Sort, Thing, key_of
from oneplan.partnership.prepared import Prepared

_MOST_FOUND = 100
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Overview:
    """How many people, bodies, posts, boards, strategies and settled names a partnership has."""

    people: int
    organisations: int
    posts: int
    boards: int
    strategies: int
    names: int


@dataclass(frozen=True, slots=True)
class FoundName:
    """What a word has found: a thing by its own name, or by one that plans print for it."""

    thing: Thing
    name: str
    printed: str | None


def _number_of(rows: QuerySet[Any, Any], of: str) -> Coalesce:
    counted = rows.filter(partnership=OuterRef("pk")).values("partnership")
    number = counted.annotate(number=Count(of, distinct=of != "pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), Value(0))


_OVERVIEW = Prepared(
    lambda partnership: Partnership.objects.filter(pk=partnership).values_list(
        _number_of(Membership.objects.filter(person__is_active=True), "person"),
        *(
            _number_of(model._default_manager.all(), "pk")
            for model in (Organisation, Post, Board, Strategy, Alias)
        ),
    )
)


def overview(partnership: Partnership) -> Overview:
    """The counts, in one query."""
    return Overview(*_OVERVIEW(partnership.pk)[0])


def search(partnership: Partnership, words: str) -> list[FoundName]:
    """Bodies, posts, boards and strategies whose name, or a name printed for them, has all the words.

    At most a hundred, own names first; in five queries. Words without letters find nothing.
    """
    keys = key_of(words).split()[:_MOST_WORDS]
    found: dict[Thing, FoundName] = {}
    if not words.strip():
        return []
    for sort, model in MODELS.items():
        rows = model._default_manager.filter(partnership=partnership)
        for each in keys:
            rows = rows.filter(key__contains=each)
        for number, name in rows.order_by("key").values_list("pk", "name")[:_MOST_FOUND]:
            found[Thing(sort, number)] = FoundName(Thing(sort, number), name, None)
    printed = Alias.objects.filter(partnership=partnership)
    for each in keys:
        printed = printed.filter(key__contains=each)
    for alias in printed.select_related(*Sort).order_by("key")[:_MOST_FOUND]:
        for sort in Sort:
            means = getattr(alias, sort.value)
            if means is not None:
                thing = Thing(sort, means.pk)
                found.setdefault(thing, FoundName(thing, means.name, alias.text))
    return list(found.values())[:_MOST_FOUND]
