"""A partnership at a glance: how much it knows, and what a word finds among its names."""

from __future__ import annotations

from dataclasses import dataclass

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
from oneplan.partnership.partners.queries.reference import counted, number_below, number_in
from oneplan.partnership.prepared import Prepared

_MOST_FOUND = 100
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class PartnersCounted:
    """How many bodies, posts, boards, strategies and settled names a partnership has."""

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


_MEMBERS = Prepared(
    lambda partnership: number_in(
        Membership.objects.filter(partnership=partnership, person__is_active=True), "person"
    )
)
_THINGS = Prepared(
    lambda partnership: Partnership.objects.filter(pk=partnership).values_list(
        *(
            number_below(model._default_manager.all(), "partnership")
            for model in (Organisation, Post, Board, Strategy, Alias)
        )
    )
)


def members_counted(partnership: Partnership) -> int:
    """How many people belong to it who may sign in, in one query."""
    return counted(_MEMBERS(partnership.pk))


def partners_counted(partnership: Partnership) -> PartnersCounted:
    """What there is besides people, in one query."""
    return PartnersCounted(*_THINGS(partnership.pk)[0])


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
