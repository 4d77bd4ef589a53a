"""Bodies: the list of all, and all that is known of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from oneplan.partnership.partners.models import (
    Organisation,
    Partnership,
    Post,
    Strategy,
)
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.boards import SeatRow, seats_of_body
from oneplan.partnership.partners.queries.names import (
    RememberedName,
    followed,
    names_counted,
    names_of,
)
from oneplan.partnership.partners.queries.posts import PostRow, posts
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.partnership.partners.succession import Follows, answering_on, generations
from oneplan.partnership.prepared import Prepared


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A body in the list: how many names plans print for it, how many posts it has, who followed it."""

    id: int
    name: str
    kind: str
    ended: date | None
    names: int
    posts: int
    successors: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class LinkInChain:
    """A body in its chain: its day of beginning and end, and whether it is the one that was asked for."""

    id: int
    name: str
    started: date | None
    ended: date | None
    here: bool


@dataclass(frozen=True, slots=True)
class OrganisationHere:
    """A body with what belongs to it.

    ``chain`` holds all before and after it in steps, the first first. ``successors`` followed it
    themselves; ``today`` are those that answer for it on the day that was asked for.
    """

    id: int
    name: str
    kind: str
    started: date | None
    ended: date | None
    chain: tuple[tuple[LinkInChain, ...], ...]
    successors: tuple[Reference, ...]
    today: tuple[Reference, ...]
    names: tuple[RememberedName, ...]
    posts: tuple[PostRow, ...]
    seats: tuple[SeatRow, ...]
    strategies: tuple[Reference, ...]


_COLUMNS = ("pk", "name", "kind", "started", "ended")
_ALL = Prepared(
    lambda partnership: Organisation.objects.filter(partnership=partnership).values_list(*_COLUMNS)
)
_ONE = Prepared(
    lambda partnership, body: Organisation.objects.filter(
        partnership=partnership, pk=body
    ).values_list(*_COLUMNS)
)
_POSTS = Prepared(
    lambda partnership: (
        Post.objects.filter(partnership=partnership, organisation__isnull=False)
        .values_list("organisation_id")
        .annotate(Count("pk"))
    )
)
_OWNED = Prepared(
    lambda partnership, body: (
        Strategy.objects.filter(partnership=partnership, owner=body)
        .order_by("name")
        .values_list("name", "pk")
    )
)


def organisations(partnership: Partnership) -> list[OrganisationRow]:
    """All bodies by name, in four queries."""
    rows = _ALL(partnership.pk)
    called = {number: name for number, name, *_ in rows}
    names = names_counted(partnership, Sort.ORGANISATION)
    held: dict[int, int] = dict(_POSTS(partnership.pk))
    after: defaultdict[int, list[Reference]] = defaultdict(list)
    for arrow in followed(partnership):
        after[arrow.earlier].append(Reference(called[arrow.later], arrow.later))
    found = [
        OrganisationRow(
            number,
            name,
            kind,
            ended,
            names.get(number, 0),
            held.get(number, 0),
            tuple(after[number]),
        )
        for number, name, kind, _, ended in rows
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def organisation_here(
    partnership: Partnership, organisation: int, day: date
) -> OrganisationHere | None:
    """All that is known of a body, None where it is not of the partnership; in nine queries at most."""
    found = _ONE(partnership.pk, organisation)
    if not found:
        return None
    number, name, kind, started, ended = found[0]
    arrows = followed(partnership)
    steps = generations(number, arrows)
    bodies = {number: found[0]} | _kin([each for step in steps for each in step if each != number])
    return OrganisationHere(
        number,
        name,
        kind,
        started,
        ended,
        chain=tuple(tuple(_link(bodies[each], number) for each in step) for step in steps),
        successors=_named(bodies, {each.later for each in arrows if each.earlier == number}),
        today=_named(bodies, _today(number, day, arrows)),
        names=names_of(partnership, Thing(Sort.ORGANISATION, number)),
        posts=tuple(posts(partnership, day, number)),
        seats=seats_of_body(partnership, number, day),
        strategies=tuple(Reference(*row) for row in _OWNED(partnership.pk, number)),
    )


def _today(body: int, day: date, arrows: list[Follows]) -> frozenset[int]:
    return answering_on(day, arrows).get(body, frozenset())


def _kin(numbers: Sequence[int]) -> dict[int, Sequence[Any]]:
    if not numbers:
        return {}
    rows = Organisation.objects.filter(pk__in=numbers).values_list(*_COLUMNS)
    return {row[0]: row for row in rows}


def _named(
    bodies: Mapping[int, Sequence[Any]], numbers: set[int] | frozenset[int]
) -> tuple[Reference, ...]:
    return tuple(sorted(Reference(bodies[number][1], number) for number in numbers))


def _link(body: Sequence[Any], here: int) -> LinkInChain:
    number, name, _, started, ended = body
    return LinkInChain(number, name, started, ended, number == here)
