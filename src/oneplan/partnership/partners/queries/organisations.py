"""Bodies: the list of all, and all that is known of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from oneplan.partnership.partners.models import (
    Alias,
    Organisation,
    Partnership,
    Post,
    Strategy,
)
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.boards import SeatRow, seats_of_body
from oneplan.partnership.partners.queries.names import RememberedName, followed, names_of
from oneplan.partnership.partners.queries.posts import PostRow, posts
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.partnership.partners.succession import Follows, answering_on, generations


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


def organisations(partnership: Partnership) -> list[OrganisationRow]:
    """All bodies by name, in four queries."""
    rows = list(Organisation.objects.filter(partnership=partnership))
    called = {row.pk: row.name for row in rows}
    here = partnership.pk
    names = Counter(
        Alias.objects.filter(partnership=here, organisation__isnull=False).values_list(
            "organisation_id", flat=True
        )
    )
    held = Counter(Post.objects.filter(partnership=here).values_list("organisation_id", flat=True))
    after: defaultdict[int, list[Reference]] = defaultdict(list)
    for arrow in followed(partnership):
        after[arrow.earlier].append(Reference(called[arrow.later], arrow.later))
    found = [
        OrganisationRow(
            row.pk,
            row.name,
            row.kind,
            row.ended,
            names[row.pk],
            held[row.pk],
            tuple(after[row.pk]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def organisation_here(
    partnership: Partnership, organisation: int, day: date
) -> OrganisationHere | None:
    """All that is known of a body, None where it is not of the partnership; in ten queries at most."""
    row = Organisation.objects.filter(partnership=partnership, pk=organisation).first()
    if row is None:
        return None
    arrows = followed(partnership)
    steps = generations(row.pk, arrows)
    kin = Organisation.objects.filter(partnership=partnership).in_bulk(
        [each for step in steps for each in step]
    )
    owned = Strategy.objects.filter(partnership=partnership, owner=row).order_by("name")
    return OrganisationHere(
        row.pk,
        row.name,
        row.kind,
        row.started,
        row.ended,
        chain=tuple(tuple(_link(kin[each], row.pk) for each in step) for step in steps),
        successors=_named(kin, {each.later for each in arrows if each.earlier == row.pk}),
        today=_named(kin, _today(row.pk, day, arrows)),
        names=names_of(partnership, Thing(Sort.ORGANISATION, row.pk)),
        posts=tuple(posts(partnership, day, row.pk)),
        seats=seats_of_body(partnership, row.pk, day),
        strategies=tuple(Reference(name, pk) for name, pk in owned.values_list("name", "pk")),
    )


def _today(body: int, day: date, arrows: list[Follows]) -> frozenset[int]:
    return answering_on(day, arrows).get(body, frozenset())


def _named(
    kin: dict[int, Organisation], numbers: set[int] | frozenset[int]
) -> tuple[Reference, ...]:
    return tuple(sorted(Reference(kin[number].name, number) for number in numbers))


def _link(body: Organisation, here: int) -> LinkInChain:
    return LinkInChain(body.pk, body.name, body.started, body.ended, body.pk == here)
