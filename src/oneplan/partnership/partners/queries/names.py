"""What printed names mean to a partnership, and what those of a plan may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import BigIntegerField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from oneplan.partnership.partners.models import MODELS, Alias, Partnership, Succession
from oneplan.partnership.partners.naming.likeness import surroundings
from oneplan.partnership.partners.naming.meanings import Known, Meanings, SettledName
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.naming.settling import NameGroup, NameInPlan, settle
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.partnership.partners.succession import Follows, answering_on
from oneplan.partnership.prepared import Given, Prepared

_POINTS = tuple(f"{sort}_id" for sort in Sort)
NAMED = ("pk", "kind", "text", *_POINTS, *(f"{sort}__name" for sort in Sort))
"""The columns of a settled name with what it means."""
_MOST_KEPT = 32
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RememberedName:
    """A name that was settled, with its number, by which it can be forgotten."""

    id: int
    kind: Printed
    text: str
    thing: Thing
    name: str


def meanings(partnership: Partnership, day: date | None = None) -> Meanings:
    """What every printed name means to the partnership, in three queries.

    ``day`` is the day on which bodies answer for those that they followed; None for now and ever.
    Where the same was read before, the same is given back.
    """
    return _meanings(
        tuple(_KNOWN(partnership.pk)),
        tuple(_SETTLED(partnership.pk)),
        tuple(followed(partnership)),
        day or date.max,
    )


@lru_cache(maxsize=_MOST_KEPT)
def _meanings(
    known: tuple[Row, ...], settled: tuple[Row, ...], followed: tuple[Follows, ...], day: date
) -> Meanings:
    """It is kept by all that was read, so that what is kept is what there is."""
    return Meanings(
        (
            Known(Thing(Sort(sort), number), name, body, last is not None)
            for sort, number, name, body, last in known
        ),
        (
            SettledName(Printed(kind), text, key, _thing(points))
            for kind, text, key, *points in settled
        ),
        answering_on(day, list(followed)),
    )


def called(partnership: Partnership, sort: Sort) -> list[Reference]:
    """All things of a sort by name, for a form, in one query; a post with the body that it belongs to."""
    named = [
        Reference(f"{name} ({body[0]})" if body and body[0] else name, number)
        for number, name, *body in _CALLED[sort](partnership.pk)
    ]
    return sorted(named, key=lambda each: (each.name.casefold(), each.id))


def groups_of_names(
    partnership: Partnership,
    names: Iterable[NameInPlan],
    acronyms: Mapping[str, str],
) -> tuple[NameGroup, ...]:
    """The names of a plan in groups, each settled, suggested or new. ``acronyms`` are those of its glossary."""
    return settle(names, meanings(partnership), surroundings(partnership.name, acronyms))


def remembered(rows: Iterable[Sequence[Any]]) -> list[RememberedName]:
    """The settled names of rows with the columns of ``NAMED``, in their order."""
    return [
        RememberedName(
            number, Printed(kind), text, thing, str(called[list(Sort).index(thing.sort)])
        )
        for number, kind, text, *means in rows
        for points, called in [(means[: len(Sort)], means[len(Sort) :])]
        for thing in [_thing(points)]
    ]


def names_of(partnership: Partnership, thing: Thing) -> tuple[RememberedName, ...]:
    """The settled names that mean a thing, by their text, in one query."""
    found = [
        RememberedName(number, Printed(kind), text, thing, name)
        for number, kind, text, name in _NAMES_OF[thing.sort](partnership.pk, thing.id)
    ]
    return tuple(sorted(found, key=lambda each: each.text.casefold()))


def followed(partnership: Partnership) -> list[Follows]:
    """Which body followed which, and when."""
    return [Follows(*row) for row in _FOLLOWED(partnership.pk)]


def _thing(points: Sequence[int | None]) -> Thing:
    return next(Thing(sort, id_) for sort, id_ in zip(Sort, points, strict=True) if id_)


def _known(partnership: Given) -> QuerySet[Any, Any]:
    """All things of all sorts: what each is, its body, whether it has ended."""
    none, never = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateField())
    columns = {
        Sort.ORGANISATION: (F("pk"), F("ended")),
        Sort.POST: (F("organisation_id"), F("ended")),
        Sort.BOARD: (none, F("ended")),
        Sort.STRATEGY: (F("owner_id"), never),
    }
    first, *others = [
        MODELS[sort]
        ._default_manager.filter(partnership=partnership)
        .annotate(sort=Value(sort.value), body=body, last=last)
        .values_list("sort", "pk", "name", "body", "last")
        for sort, (body, last) in columns.items()
    ]
    return first.union(*others, all=True)


def _called(sort: Sort) -> Prepared:
    body = ["organisation__name"] if sort == Sort.POST else []
    return Prepared(
        lambda partnership: (
            MODELS[sort]
            ._default_manager.filter(partnership=partnership)
            .values_list("pk", "name", *body)
        )
    )


def _names_of(sort: Sort) -> Prepared:
    return Prepared(
        lambda partnership, thing: Alias.objects.filter(
            partnership=partnership, **{f"{sort}_id": thing}
        ).values_list("pk", "kind", "text", f"{sort}__name")
    )


_KNOWN = Prepared(_known)
_SETTLED = Prepared(
    lambda partnership: Alias.objects.filter(partnership=partnership).values_list(
        "kind", "text", "key", *_POINTS
    )
)
_FOLLOWED = Prepared(
    lambda partnership: (
        Succession.objects.filter(partnership=partnership)
        .order_by("on", "pk")
        .values_list("earlier_id", "later_id", "on")
    )
)
_CALLED = {sort: _called(sort) for sort in Sort}
_NAMES_OF = {sort: _names_of(sort) for sort in Sort}
