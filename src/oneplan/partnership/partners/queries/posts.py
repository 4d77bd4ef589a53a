"""Posts, who holds them on a day and who held them before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from oneplan.partnership.partners.models import Holding, Partnership, Post
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.reference import Reference, lasts, reference


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
    """A post with all who have held it, the latest first, and the names that plans print for it."""

    row: PostRow
    holdings: tuple[Holder, ...]
    names: tuple[RememberedName, ...]


def posts(partnership: Partnership, day: date, organisation: int | None = None) -> list[PostRow]:
    """The posts by title, or those of one body, with who holds them on a day, in two queries."""
    rows = Post.objects.filter(partnership=partnership)
    if organisation is not None:
        rows = rows.filter(organisation=organisation)
    found = list(rows.select_related("organisation"))
    held = holders_on(day, Holding.objects.filter(post__in=rows))
    shown = [_row(row, held.get(row.pk, ())) for row in found]
    return sorted(shown, key=lambda each: (each.title.casefold(), each.id))


def post_here(partnership: Partnership, post: int, day: date) -> PostHere | None:
    """One post with its past, None where the partnership has no such post; in three queries."""
    row = Post.objects.filter(partnership=partnership, pk=post).select_related("organisation")
    found = row.first()
    if found is None:
        return None
    held = Holding.objects.filter(post=found)
    every = sorted(map(_holder, held), key=_latest_first)
    today = tuple(each for each in every if lasts(each.start, each.end, day))
    return PostHere(
        _row(found, today), tuple(every), names_of(partnership, Thing(Sort.POST, found.pk))
    )


def holders_on(day: date, held: QuerySet[Holding]) -> dict[int, tuple[Holder, ...]]:
    """Who holds which post on a day, by the post's number; whoever came last stands first."""
    found: defaultdict[int, list[Holder]] = defaultdict(list)
    for each in held:
        if lasts(each.start, each.end, day):
            found[each.post_id].append(_holder(each))
    return {post: tuple(sorted(holders, key=_latest_first)) for post, holders in found.items()}


def holding_here(partnership: Partnership, holding: int) -> tuple[Reference, Holder] | None:
    """A holding with its post, None where the partnership has no such holding."""
    held = Holding.objects.filter(post__partnership=partnership, pk=holding)
    row = held.select_related("post").first()
    return (Reference(row.post.name, row.post_id), _holder(row)) if row else None


def _row(post: Post, holders: tuple[Holder, ...]) -> PostRow:
    body = post.organisation
    return PostRow(
        post.pk, post.name, reference(body.pk, body.name) if body else None, post.ended, holders
    )


def _holder(held: Holding) -> Holder:
    return Holder(held.pk, held.name, held.start, held.end)


def _latest_first(holder: Holder) -> tuple[int, int]:
    return -(holder.start or date.min).toordinal(), -holder.id
