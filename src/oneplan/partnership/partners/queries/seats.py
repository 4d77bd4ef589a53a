"""Seats on boards: who has which, and who holds the posts that have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from oneplan.partnership.partners.models import Holding, Partnership, Seat
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.posts import Holder, PostRow, by_post
from oneplan.partnership.partners.queries.reference import Reference, lasting, lasts
from oneplan.partnership.prepared import Given, Prepared

_Held = Mapping[int, tuple[Holder, ...]]
"""Who holds each post."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Who sits on which board as what.

    ``thing`` is the body or post that has the seat, None for somebody by name; ``held_by`` are those
    who hold the post. ``over`` says that the seat was given up before the day that was asked for.
    """

    id: int
    board: Reference
    name: str
    thing: Thing | None
    role: str
    start: date | None
    end: date | None
    held_by: tuple[str, ...]
    over: bool


def seats_of_board(partnership: Partnership, board: int, day: date) -> tuple[SeatRow, ...]:
    """The seats of a board, in two queries."""
    return _OF_BOARD.seats(partnership, board, day)


def seats_of_body(
    partnership: Partnership, organisation: int, day: date, posts: Iterable[PostRow]
) -> tuple[SeatRow, ...]:
    """The seats that a body has, itself or through its ``posts`` as they are on that day, in one query."""
    held = {post.id: post.holders for post in posts}
    return _OF_BODY.seats(partnership, organisation, day, held)


def seats_of_post(partnership: Partnership, post: int, day: date) -> tuple[SeatRow, ...]:
    """The seats that a post has, in two queries."""
    return _OF_POST.seats(partnership, post, day)


def seat_here(partnership: Partnership, seat: int, day: date) -> SeatRow | None:
    """One seat, None where it is not of the partnership."""
    return next(iter(_ONE.seats(partnership, seat, day)), None)


class _Seats:
    """Seats that something has, and who holds their posts."""

    def __init__(self, which: Callable[[Given], Q]) -> None:
        def seats(partnership: Given, thing: Given) -> QuerySet[Seat]:
            return Seat.objects.filter(which(thing), board__partnership=partnership)

        self._seats = Prepared(
            lambda partnership, thing: seats(partnership, thing).values_list(
                "pk", "board__name", "board_id", "name", "post_id", "post__name",
                "organisation_id", "organisation__name", "role", "start", "end",
            )
        )  # fmt: skip
        self._holders = Prepared(
            lambda partnership, thing, day: Holding.objects.filter(
                lasting(day), post__in=seats(partnership, thing).values("post")
            ).values_list("post_id", "pk", "name", "start", "end")
        )

    def seats(
        self, partnership: Partnership, thing: int, day: date, held: _Held | None = None
    ) -> tuple[SeatRow, ...]:
        """Those of today by role and name, then those that are over; ``held`` where it is known already."""
        rows = self._seats(partnership.pk, thing)
        if held is None:
            held = by_post(self._holders(partnership.pk, thing, day)) if rows else {}
        return tuple(sorted((_seat(row, held, day) for row in rows), key=_by_role))


_OF_BOARD = _Seats(lambda board: Q(board=board))
_OF_BODY = _Seats(lambda body: Q(organisation=body) | Q(post__organisation=body))
_OF_POST = _Seats(lambda post: Q(post=post))
_ONE = _Seats(lambda seat: Q(pk=seat))
_ORDER = ("chair", "vice-chair", "member", "observer")


def _by_role(seat: SeatRow) -> tuple[bool, int, str]:
    return seat.over, _ORDER.index(seat.role), seat.name.casefold()


def _seat(row: Sequence[Any], held: _Held, day: date) -> SeatRow:
    number, board, board_id, name, post, title, body, body_name, role, start, end = row
    thing = Thing(Sort.POST, post) if post else Thing(Sort.ORGANISATION, body) if body else None
    return SeatRow(
        number,
        Reference(board, board_id),
        name or title or body_name,
        thing,
        role,
        start,
        end,
        tuple(each.name for each in held.get(post, ())),
        over=not lasts(start, end, day),
    )
