"""Boards: who answers to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from oneplan.partnership.partners.models import Accountability, Board, Partnership, Seat
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.reference import Reference, lasting
from oneplan.partnership.partners.queries.seats import SeatRow, seats_of_board
from oneplan.partnership.prepared import Prepared

_DEEPEST = 20


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
_ONE_BOARD = Prepared(
    lambda partnership, board: Board.objects.filter(partnership=partnership, pk=board).values_list(
        "pk", "name", "kind", "ended"
    )
)
_ARROWS_OF = Prepared(
    lambda partnership, board: Accountability.objects.filter(
        Q(board=board) | Q(to=board), partnership=partnership
    ).values_list("board_id", "board__name", "to__name", "to_id")
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


def boards(partnership: Partnership, day: date) -> tuple[BoardRow, ...]:
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
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def tree(rows: Sequence[BoardRow]) -> tuple[Branch, ...]:
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
    """One board with its members, None where it is not of the partnership; in five queries."""
    for number, name, kind, ended in _ONE_BOARD(partnership.pk, board):
        arrows = _ARROWS_OF(partnership.pk, board)
        above = sorted(Reference(*to) for below, _, *to in arrows if below == board)
        below = sorted(Reference(name, each) for each, name, _, to in arrows if to == board)
        seats = seats_of_board(partnership, board, day)
        members = sum(not seat.over for seat in seats)
        row = BoardRow(number, name, kind, ended, tuple(above), tuple(below), members)
        return BoardHere(row, seats, names_of(partnership, Thing(Sort.BOARD, board)))
    return None
