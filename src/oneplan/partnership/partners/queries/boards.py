"""Boards: who answers to whom, and who sits on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from oneplan.partnership.partners.models import (
    Accountability,
    Board,
    Holding,
    Partnership,
    Seat,
)
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.posts import Holder, by_post
from oneplan.partnership.partners.queries.reference import Reference, lasting, lasts
from oneplan.partnership.prepared import Given, Prepared

_DEEPEST = 20


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


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board in the list: to whom it answers, who answers to it, how many sit on it."""

    id: int
    name: str
    kind: str
    ended: date | None
    answers_to: tuple[Reference, ...]
    below: tuple[Reference, ...]
    members: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A board in the tree of accountability with those that answer to it.

    A board that answers to several stands under each. From the second time on, and in the twentieth
    step, it is ``again``: what is below it is left out.
    """

    board: BoardRow
    below: tuple[Branch, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class BoardHere:
    """A board with its members, those of today first, and the names that plans print for it."""

    row: BoardRow
    seats: tuple[SeatRow, ...]
    names: tuple[RememberedName, ...]


_BOARDS = Prepared(
    lambda partnership: Board.objects.filter(partnership=partnership).values_list(
        "pk", "name", "kind", "ended"
    )
)
_ARROWS = Prepared(
    lambda partnership: Accountability.objects.filter(partnership=partnership).values_list(
        "board_id", "to_id"
    )
)
_TAKEN = Prepared(
    lambda partnership, day: (
        Seat.objects.filter(lasting(day), board__partnership=partnership)
        .values_list("board_id")
        .annotate(Count("pk"))
    )
)


def boards(partnership: Partnership, day: date) -> list[BoardRow]:
    """All boards by name, with their members on a day, in three queries."""
    rows = _BOARDS(partnership.pk)
    called = {number: Reference(name, number) for number, name, *_ in rows}
    above: defaultdict[int, list[Reference]] = defaultdict(list)
    below: defaultdict[int, list[Reference]] = defaultdict(list)
    for board, to in _ARROWS(partnership.pk):
        above[board].append(called[to])
        below[to].append(called[board])
    members: dict[int, int] = dict(_TAKEN(partnership.pk, day))
    found = [
        BoardRow(
            number,
            name,
            kind,
            ended,
            tuple(sorted(above[number])),
            tuple(sorted(below[number])),
            members.get(number, 0),
        )
        for number, name, kind, ended in rows
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def tree(rows: list[BoardRow]) -> tuple[Branch, ...]:
    """The boards as a tree, those that answer to nobody at its top; a board is spread out once."""
    by_number = {row.id: row for row in rows}
    shown: set[int] = set()

    def branch(number: int, step: int) -> Branch:
        again = number in shown or step == _DEEPEST
        shown.add(number)
        row = by_number[number]
        below = () if again else tuple(branch(each.id, step + 1) for each in row.below)
        return Branch(row, below, again)

    return tuple(branch(row.id, 1) for row in rows if not row.answers_to)


def board_here(partnership: Partnership, board: int, day: date) -> BoardHere | None:
    """One board with its members, None where it is not of the partnership; in six queries."""
    row = next((row for row in boards(partnership, day) if row.id == board), None)
    if row is None:
        return None
    seats = _OF_BOARD.seats(partnership, board, day)
    return BoardHere(row, seats, names_of(partnership, Thing(Sort.BOARD, board)))


def seats_of_body(partnership: Partnership, organisation: int, day: date) -> tuple[SeatRow, ...]:
    """The seats that a body has, itself or through its posts, in two queries."""
    return _OF_BODY.seats(partnership, organisation, day)


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

    def seats(self, partnership: Partnership, thing: int, day: date) -> tuple[SeatRow, ...]:
        """Those of today by role and name, then those that are over."""
        rows = self._seats(partnership.pk, thing)
        held = by_post(self._holders(partnership.pk, thing, day)) if rows else {}
        return tuple(sorted((_seat(row, held, day) for row in rows), key=_by_role))


_OF_BOARD = _Seats(lambda board: Q(board=board))
_OF_BODY = _Seats(lambda body: Q(organisation=body) | Q(post__organisation=body))
_OF_POST = _Seats(lambda post: Q(post=post))
_ONE = _Seats(lambda seat: Q(pk=seat))
_ORDER = ("chair", "vice-chair", "member", "observer")


def _by_role(seat: SeatRow) -> tuple[bool, int, str]:
    return seat.over, _ORDER.index(seat.role), seat.name.casefold()


def _seat(row: Sequence[Any], held: Mapping[int, tuple[Holder, ...]], day: date) -> SeatRow:
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
