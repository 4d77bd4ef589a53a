"""Boards: who answers to whom, and who sits on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from oneplan.partnership.partners.models import (
    Accountability,
    Board,
    Holding,
    Partnership,
    Seat,
)
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.posts import holders_on
from oneplan.partnership.partners.queries.reference import Reference, lasts

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


def boards(partnership: Partnership, day: date) -> list[BoardRow]:
    """All boards by name, with their members on a day, in three queries."""
    rows = list(Board.objects.filter(partnership=partnership))
    called = {row.pk: Reference(row.name, row.pk) for row in rows}
    above: defaultdict[int, list[Reference]] = defaultdict(list)
    below: defaultdict[int, list[Reference]] = defaultdict(list)
    arrows = Accountability.objects.filter(partnership=partnership)
    for board, to in arrows.values_list("board_id", "to_id"):
        above[board].append(called[to])
        below[to].append(called[board])
    seats = Seat.objects.filter(board__partnership=partnership).filter(_on(day))
    members = Counter(seats.values_list("board_id", flat=True))
    found = [
        BoardRow(
            row.pk,
            row.name,
            row.kind,
            row.ended,
            tuple(sorted(above[row.pk])),
            tuple(sorted(below[row.pk])),
            members[row.pk],
        )
        for row in rows
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
    seats = _seats(partnership, Q(board=board), day)
    return BoardHere(row, seats, names_of(partnership, Thing(Sort.BOARD, board)))


def seats_of_body(partnership: Partnership, organisation: int, day: date) -> tuple[SeatRow, ...]:
    """The seats that a body has, itself or through its posts, in two queries."""
    own = Q(organisation=organisation) | Q(post__organisation=organisation)
    return _seats(partnership, own, day)


def seats_of_post(partnership: Partnership, post: int, day: date) -> tuple[SeatRow, ...]:
    """The seats that a post has, in two queries."""
    return _seats(partnership, Q(post=post), day)


def seat_here(partnership: Partnership, seat: int, day: date) -> SeatRow | None:
    """One seat, None where it is not of the partnership."""
    return next(iter(_seats(partnership, Q(pk=seat), day)), None)


def _seats(partnership: Partnership, which: Q, day: date) -> tuple[SeatRow, ...]:
    """Those of today by role and name, then those that are over."""
    found = Seat.objects.filter(which, board__partnership=partnership)
    rows = list(found.select_related("board", "organisation", "post"))
    posts = [row.post_id for row in rows if row.post_id]
    held = holders_on(day, Holding.objects.filter(post__in=posts))
    seats = [
        SeatRow(
            row.pk,
            Reference(row.board.name, row.board_id),
            row.name or str(row.post or row.organisation),
            _taker(row),
            row.role,
            row.start,
            row.end,
            tuple(each.name for each in held.get(row.post_id or 0, ())),
            over=not lasts(row.start, row.end, day),
        )
        for row in rows
    ]
    order = ["chair", "vice-chair", "member", "observer"]
    return tuple(
        sorted(seats, key=lambda each: (each.over, order.index(each.role), each.name.casefold()))
    )


def _taker(row: Seat) -> Thing | None:
    if row.post_id:
        return Thing(Sort.POST, row.post_id)
    return Thing(Sort.ORGANISATION, row.organisation_id) if row.organisation_id else None


def _on(day: date) -> Q:
    return (Q(start=None) | Q(start__lte=day)) & (Q(end=None) | Q(end__gte=day))
