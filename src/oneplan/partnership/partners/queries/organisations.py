"""Bodies: the list of all, and all that is known of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from oneplan.partnership.partners.models import (
    Alias,
    Organisation,
    Partnership,
    Post,
    Strategy,
    Succession,
)
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import (
    RememberedName,
    followed,
    names_of,
)
from oneplan.partnership.partners.queries.posts import PostRow, posts_of
from oneplan.partnership.partners.queries.reference import (
    Reference,
    counted,
    number_below,
    number_in,
)
from oneplan.partnership.partners.queries.seats import SeatRow, seats_of_body
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
_IN_ORDER = Prepared(
    lambda partnership: (
        Organisation.objects.filter(partnership=partnership)
        .order_by("key")
        .values_list(
            "pk",
            "name",
            "kind",
            "ended",
            number_below(Alias.objects.all(), "organisation"),
            number_below(Post.objects.all(), "organisation"),
            "key",
        )
    )
)
_NUMBER = Prepared(
    lambda partnership: number_in(Organisation.objects.filter(partnership=partnership))
)
_FOLLOWED_BY = Prepared(
    lambda partnership, first, last: (
        Succession.objects.filter(
            partnership=partnership, earlier__key__gte=first, earlier__key__lte=last
        )
        .order_by("on", "pk")
        .values_list("earlier_id", "later__name", "later_id")
    )
)
_ONE = Prepared(
    lambda partnership, body: Organisation.objects.filter(
        partnership=partnership, pk=body
    ).values_list(*_COLUMNS)
)
_OWNED = Prepared(
    lambda partnership, body: (
        Strategy.objects.filter(partnership=partnership, owner=body)
        .order_by("name")
        .values_list("name", "pk")
    )
)


def organisations_counted(partnership: Partnership) -> int:
    """How many bodies there are, in one query."""
    return counted(_NUMBER(partnership.pk))


def organisations(partnership: Partnership, start: int, stop: int) -> tuple[OrganisationRow, ...]:
    """The bodies by name from one place to before another, in two queries."""
    rows = _IN_ORDER.between(start, stop, partnership.pk)
    if not rows:
        return ()
    after: defaultdict[int, list[Reference]] = defaultdict(list)
    for earlier, *later in _FOLLOWED_BY(partnership.pk, rows[0][-1], rows[-1][-1]):
        after[earlier].append(Reference(*later))
    return tuple(
        OrganisationRow(number, name, kind, ended, names, posts, tuple(after[number]))
        for number, name, kind, ended, names, posts, _ in rows
    )


def organisation_here(
    partnership: Partnership, organisation: int, day: date
) -> OrganisationHere | None:
    """All that is known of a body, None where it is not of the partnership; in eight queries at most."""
    found = _ONE(partnership.pk, organisation)
    if not found:
        return None
    number, name, kind, started, ended = found[0]
    arrows = followed(partnership)
    steps = generations(number, ((each.earlier, each.later) for each in arrows))
    own = posts_of(partnership, number, day)
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
        posts=own,
        seats=seats_of_body(partnership, number, day, own),
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
