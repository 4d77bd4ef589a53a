"""Posts, who holds them on a day and who held them before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from oneplan.partnership.partners.models import Holding, Partnership, Post
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.reference import (
    Reference,
    counted,
    lasting,
    lasts,
    number_in,
    reference,
)
from oneplan.partnership.partners.tenure import Gap, Overlap, gaps_and_overlaps
from oneplan.partnership.prepared import Given, Prepared


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a post from one day to another; ``id`` is the holding's number."""

    id: int
    name: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with those who hold it on the day that was asked for."""

    id: int
    title: str
    organisation: Reference | None
    ended: date | None
    holders: tuple[Holder, ...]

    @property
    def vacant(self) -> bool:
        """Whether nobody holds it though it has not been ended."""
        return not self.holders and self.ended is None


@dataclass(frozen=True, slots=True)
class PostHere:
    """A post with all who have held it, the latest first, and the names that plans print for it.

    ``gaps`` and ``overlaps`` are the days on which nobody is named, or two are.
    """

    row: PostRow
    holdings: tuple[Holder, ...]
    names: tuple[RememberedName, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]


_POST = ("pk", "name", "organisation_id", "organisation__name", "ended")
_HOLDER = ("pk", "name", "start", "end")


def _in_order(rows: QuerySet[Post]) -> QuerySet[Any, Any]:
    return rows.order_by("key", "pk").values_list(*_POST, "key")


def _vacant(partnership: Given, day: Given) -> QuerySet[Post]:
    held = Holding.objects.filter(lasting(day), post=OuterRef("pk"))
    return Post.objects.filter(~Exists(held), partnership=partnership, ended=None)


_ALL = Prepared(lambda partnership: _in_order(Post.objects.filter(partnership=partnership)))
_VACANT = Prepared(lambda partnership, day: _in_order(_vacant(partnership, day)))
_NUMBER = Prepared(lambda partnership: number_in(Post.objects.filter(partnership=partnership)))
_NUMBER_VACANT = Prepared(lambda partnership, day: number_in(_vacant(partnership, day)))
_HELD = Prepared(
    lambda partnership, day, first, last: Holding.objects.filter(
        lasting(day),
        post__partnership=partnership,
        post__key__gte=first,
        post__key__lte=last,
    ).values_list("post_id", *_HOLDER)
)
_POSTS_OF = Prepared(
    lambda partnership, body: _in_order(
        Post.objects.filter(partnership=partnership, organisation=body)
    )
)
_HELD_OF = Prepared(
    lambda partnership, body, day: Holding.objects.filter(
        lasting(day), post__partnership=partnership, post__organisation=body
    ).values_list("post_id", *_HOLDER)
)
_ONE = Prepared(
    lambda partnership, post: Post.objects.filter(partnership=partnership, pk=post).values_list(
        *_POST
    )
)
_HOLDINGS = Prepared(lambda post: Holding.objects.filter(post=post).values_list(*_HOLDER))


def posts_counted(partnership: Partnership) -> int:
    """How many posts there are, in one query."""
    return counted(_NUMBER(partnership.pk))


def vacant_counted(partnership: Partnership, day: date) -> int:
    """How many posts nobody holds on a day though they were not ended, in one query."""
    return counted(_NUMBER_VACANT(partnership.pk, day))


def posts(partnership: Partnership, day: date, start: int, stop: int) -> tuple[PostRow, ...]:
    """The posts by title from one place to before another, with who holds them on a day, in two queries."""
    rows = _ALL.between(start, stop, partnership.pk)
    if not rows:
        return ()
    held = by_post(_HELD(partnership.pk, day, rows[0][-1], rows[-1][-1]))
    return tuple(_row(row, held.get(row[0], ())) for *row, _ in rows)


def vacant_posts(partnership: Partnership, day: date, start: int, stop: int) -> tuple[PostRow, ...]:
    """Those that nobody holds, in one query."""
    rows = _VACANT.between(start, stop, partnership.pk, day)
    return tuple(_row(row, ()) for *row, _ in rows)


def posts_of(partnership: Partnership, organisation: int, day: date) -> tuple[PostRow, ...]:
    """The posts of a body by title with who holds them on a day, in two queries."""
    rows = _POSTS_OF(partnership.pk, organisation)
    held = by_post(_HELD_OF(partnership.pk, organisation, day))
    return tuple(_row(row, held.get(row[0], ())) for *row, _ in rows)


def post_here(partnership: Partnership, post: int, day: date) -> PostHere | None:
    """One post with its past, None where the partnership has no such post; in three queries."""
    for row in _ONE(partnership.pk, post):
        every = sorted((Holder(*each) for each in _HOLDINGS(post)), key=_latest_first)
        today = tuple(each for each in every if lasts(each.start, each.end, day))
        this = _row(row, today)
        gaps, overlaps = gaps_and_overlaps(every, this.ended)
        names = names_of(partnership, Thing(Sort.POST, post))
        return PostHere(this, tuple(every), names, tuple(gaps), tuple(overlaps))
    return None


def by_post(held: Iterable[Sequence[Any]]) -> dict[int, tuple[Holder, ...]]:
    """Holders by the number of their post; whoever came last stands first.

    ``held`` are rows of the post's number and what a holder has.
    """
    found: defaultdict[int, list[Holder]] = defaultdict(list)
    for post, *holder in held:
        found[post].append(Holder(*holder))
    return {post: tuple(sorted(holders, key=_latest_first)) for post, holders in found.items()}


def holding_here(partnership: Partnership, holding: int) -> tuple[Reference, Holder] | None:
    """A holding with its post, None where the partnership has no such holding."""
    held = Holding.objects.filter(post__partnership=partnership, pk=holding)
    row = held.values_list("post__name", "post_id", *_HOLDER).first()
    return (Reference(*row[:2]), Holder(*row[2:])) if row else None


def _row(post: Sequence[Any], holders: tuple[Holder, ...]) -> PostRow:
    number, title, body, name, ended = post
    return PostRow(number, title, reference(body, name), ended, holders)


def _latest_first(holder: Holder) -> tuple[int, int]:
    return -(holder.start or date.min).toordinal(), -holder.id
