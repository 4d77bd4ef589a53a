"""What printed names mean to a partnership, and what those of a plan may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from oneplan.partnership.partners.models import MODELS, Alias, Partnership, Post, Succession
from oneplan.partnership.partners.naming.likeness import surroundings
from oneplan.partnership.partners.naming.meanings import Known, Meanings, SettledName
from oneplan.partnership.partners.naming.names import Printed, Sort, Thing
from oneplan.partnership.partners.naming.settling import NameGroup, NameInPlan, settle
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.partnership.partners.succession import Follows, answering_on

_POINTS = tuple(f"{sort}_id" for sort in Sort)


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
    """
    known = _known(partnership)
    settled = [
        SettledName(Printed(row["kind"]), row["text"], row["key"], _thing(row))
        for row in Alias.objects.filter(partnership=partnership).values(
            "kind", "text", "key", *_POINTS
        )
    ]
    return Meanings(known, settled, answering_on(day or date.max, followed(partnership)))


def called(partnership: Partnership, sort: Sort) -> list[Reference]:
    """All things of a sort by name, for a form, in one query; a post with the body that it belongs to."""
    if sort == Sort.POST:
        posts = Post.objects.filter(partnership=partnership)
        named = [
            Reference(f"{name} ({body})" if body else name, number)
            for name, body, number in posts.values_list("name", "organisation__name", "pk")
        ]
    else:
        rows = MODELS[sort]._default_manager.filter(partnership=partnership)
        named = [Reference(*row) for row in rows.values_list("name", "pk")]
    return sorted(named, key=lambda each: (each.name.casefold(), each.id))


def groups_of_names(
    partnership: Partnership,
    names: Iterable[NameInPlan],
    acronyms: Mapping[str, str],
    known: Meanings | None = None,
) -> tuple[NameGroup, ...]:
    """The names of a plan in groups, each settled, suggested or new. ``acronyms`` are those of its glossary.

    ``known`` is what names mean here, where that has been asked already.
    """
    known = known or meanings(partnership)
    return settle(names, known, surroundings(partnership.name, acronyms))


def remembered_names(partnership: Partnership) -> list[RememberedName]:
    """All settled names by where they stand and by their text, in one query."""
    found = _remembered(Alias.objects.filter(partnership=partnership))
    return sorted(found, key=lambda each: (list(Printed).index(each.kind), each.text.casefold()))


def names_of(partnership: Partnership, thing: Thing) -> tuple[RememberedName, ...]:
    """The settled names that mean a thing, by their text, in one query."""
    own = Alias.objects.filter(partnership=partnership, **{f"{thing.sort}_id": thing.id})
    return tuple(sorted(_remembered(own), key=lambda each: each.text.casefold()))


def _remembered(rows: QuerySet[Alias]) -> list[RememberedName]:
    return [
        RememberedName(row.pk, Printed(row.kind), row.text, thing, str(getattr(row, thing.sort)))
        for row in rows.select_related(*Sort)
        for thing in [_thing({point: getattr(row, point) for point in _POINTS})]
    ]


def followed(partnership: Partnership) -> list[Follows]:
    """Which body followed which, and when."""
    arrows = Succession.objects.filter(partnership=partnership).order_by("on", "pk")
    return [Follows(*row) for row in arrows.values_list("earlier_id", "later_id", "on")]


def _known(partnership: Partnership) -> list[Known]:
    """All things of all sorts in one query: what each is, its body, whether it has ended."""
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
    return [
        Known(Thing(Sort(sort), number), name, body, last is not None)
        for sort, number, name, body, last in first.union(*others, all=True)
    ]


def _thing(row: Mapping[str, object]) -> Thing:
    number = {sort: row[f"{sort}_id"] for sort in Sort}
    return next(Thing(sort, id_) for sort, id_ in number.items() if isinstance(id_, int))
