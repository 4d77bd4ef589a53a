"""What is done with boards and groups: to whom they answer, and who sits on them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.models import (
    Accountability,
    Board,
    Organisation,
    Partnership,
    Post,
    Seat,
)
from oneplan.partnership.partners.naming.names import Sort, shown
from oneplan.partnership.partners.operations.changing import changing, found
from oneplan.partnership.partners.operations.names_taken import renamed, taken_names
from oneplan.partnership.partners.operations.posts import name_of_member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import refuse
from oneplan.partnership.partners.rules import (
    BoardKind,
    SeatRole,
    Sitter,
    about_choice,
    about_days,
    about_name,
    about_seat,
)
from oneplan.partnership.partners.succession import runs_in_a_circle

_KINDS = frozenset(kind.value for kind in BoardKind)
_ROLES = frozenset(role.value for role in SeatRole)
_CIRCLE = "The board that you chose answers to this one, itself or through others"


@requires(Permission.EDIT_PARTNERS)
def add_board(*, name: str, kind: str = "", by: Member, at: datetime) -> int:
    """A new board or group; gives its number.

    Raises:
        Refused: the name is missing or taken, or the kind is none.
    """
    name = shown(name)
    with changing(by.partnership, "add_board", by=by.actor, at=at) as changes:
        taken = taken_names(by.partnership, Sort.BOARD, name)
        refuse(name=about_name(name, taken, "board"), kind=about_choice(kind, _KINDS, "a kind"))
        row = Board.objects.create(partnership=by.partnership, name=name, kind=kind)
        changes.added(row)
    return row.pk


@requires(Permission.EDIT_PARTNERS)
def change_board(
    *,
    board: int,
    name: str,
    kind: str = "",
    ended: date | None = None,
    by: Member,
    at: datetime,
) -> None:
    """Gives a board another name or kind, or says when it met last. Its former name still means it.

    Raises:
        Refused: the name is missing or another's, or the kind is none.
        NotThere: it is not of the partnership.
    """
    name = shown(name)
    with changing(by.partnership, "change_board", by=by.actor, at=at) as changes:
        row = _board(by.partnership, board)
        taken = taken_names(by.partnership, Sort.BOARD, name, besides=row.pk)
        refuse(name=about_name(name, taken, "board"), kind=about_choice(kind, _KINDS, "a kind"))
        with changes.made_to(row):
            renamed(changes, row, name)
            row.kind, row.ended = kind, ended


@requires(Permission.EDIT_PARTNERS)
def answer_to(*, board: int, boards: Collection[int], by: Member, at: datetime) -> None:
    """Says to which boards a board answers: these and no others.

    Raises:
        Refused: one of them answers to it, itself or through others.
        NotThere: one of the boards is not of the partnership.
    """
    with changing(by.partnership, "answer_to", by=by.actor, at=at) as changes:
        row = _board(by.partnership, board)
        above = [_board(by.partnership, each) for each in sorted(set(boards))]
        refuse(boards=_circle(by.partnership, row, above))
        wanted = {each.pk for each in above}
        there = Accountability.objects.filter(board=row).select_related("board", "to")
        held = {arrow.to_id: arrow for arrow in there}
        for number, arrow in held.items():
            if number not in wanted:
                changes.delete(arrow)
        for each in above:
            if each.pk not in held:
                arrow = Accountability(partnership=by.partnership, board=row, to=each)
                arrow.save()
                changes.added(arrow)


@requires(Permission.EDIT_PARTNERS)
def add_seat(
    *,
    board: int,
    who: Sitter,
    role: str = SeatRole.MEMBER,
    start: date | None = None,
    end: date | None = None,
    by: Member,
    at: datetime,
) -> int:
    """A body, a post, a member of the partnership or somebody by name on a board; gives the seat's number.

    What is said already – the same one in the same role for the same days – is not said twice.

    Raises:
        Refused: none or several are named, the role is none, or the last day is before the first.
        NotThere: one of them is not of the partnership.
    """
    with changing(by.partnership, "add_seat", by=by.actor, at=at) as changes:
        refuse(
            who=about_seat(who),
            role=about_choice(role, _ROLES, "a role") if role else "Choose a role",
            end=about_days(start, end),
        )
        row = _board(by.partnership, board)
        seat = Seat(board=row, role=role, start=start, end=end)
        _seated(seat, who, by.partnership)
        before = Seat.objects.filter(board=row, **_said_of(seat)).first()
        if before is not None:
            return before.pk
        seat.save()
        changes.added(seat)
    return seat.pk


@requires(Permission.EDIT_PARTNERS)
def change_seat(
    *, seat: int, role: str, start: date | None, end: date | None, by: Member, at: datetime
) -> None:
    """Says as what and from when to when somebody sits on a board.

    Raises:
        Refused: the role is none, or the last day is before the first.
        NotThere: the seat is not of the partnership.
    """
    with changing(by.partnership, "change_seat", by=by.actor, at=at) as changes:
        row = _seat(by.partnership, seat)
        refuse(
            role=about_choice(role, _ROLES, "a role") if role else "Choose a role",
            end=about_days(start, end),
        )
        with changes.made_to(row):
            row.role, row.start, row.end = role, start, end


@requires(Permission.EDIT_PARTNERS)
def remove_seat(*, seat: int, by: Member, at: datetime) -> None:
    """Takes back that somebody sat on a board, where that was a mistake.

    Raises:
        NotThere: the seat is not of the partnership.
    """
    with changing(by.partnership, "remove_seat", by=by.actor, at=at) as changes:
        changes.delete(_seat(by.partnership, seat))


def _seated(seat: Seat, who: Sitter, here: Partnership) -> None:
    if who.organisation is not None:
        seat.organisation = found(Organisation.objects.filter(partnership=here), who.organisation)
    if who.post is not None:
        seat.post = found(Post.objects.filter(partnership=here), who.post)
    if who.person is not None:
        seat.person_id = who.person
    seat.name = shown(who.name if who.person is None else name_of_member(here, who.person))


def _said_of(seat: Seat) -> dict[str, Any]:
    names = ("organisation", "post", "person_id", "name", "role", "start", "end")
    return {name: getattr(seat, name) for name in names}


def _circle(partnership: Partnership, row: Board, above: list[Board]) -> str | None:
    others = Accountability.objects.filter(partnership=partnership).exclude(board=row)
    arrows = list(others.values_list("board_id", "to_id"))
    arrows += [(row.pk, each.pk) for each in above]
    return _CIRCLE if runs_in_a_circle(arrows) else None


def _board(partnership: Partnership, number: int) -> Board:
    return found(Board.objects.filter(partnership=partnership), number)


def _seat(partnership: Partnership, number: int) -> Seat:
    seats = Seat.objects.filter(board__partnership=partnership)
    return found(seats.select_related("board", "organisation", "post"), number)
