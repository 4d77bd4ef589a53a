"""The members of a board: added, changed, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.boards import add_seat, change_seat, remove_seat
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.boards import board_here
from oneplan.partnership.partners.queries.seats import SeatRow, seat_here
from oneplan.website.access import needs
from oneplan.website.components.fields import form_of
from oneplan.website.pages.boards.forms import role_fields, seat_fields, sitter
from oneplan.website.pages.partnership.addresses import page_of
from oneplan.website.pages.partnership.form_page import (
    CANCEL,
    REMOVED,
    answered,
    getting_or_sending,
    page_about,
    there,
)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a body, a post or a person a seat on a board."""
    board = there(board_here(member.partnership, number, timezone.localdate())).row
    form = form_of(request, seat_fields(member), {"role": "member"})
    thing, title = Thing(Sort.BOARD, number), f"Who sits on {board.name}?"
    return answered(
        request,
        member,
        page_about(member, thing, board.name, title, "Add them", leave=CANCEL),
        form,
        add_seat,
        lambda: {
            "board": number,
            "who": sitter(form),
            "role": form.text("role"),
            "start": form.day("start"),
            "end": form.day("end"),
        },
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, seat: int) -> HttpResponse:
    """Says as what and from when to when somebody sits on a board."""
    row = _here(member, seat)
    filled = {"role": row.role, "start": row.start, "end": row.end}
    form = form_of(request, role_fields(), filled)
    thing, title = Thing(Sort.BOARD, row.board.id), f"As what does {row.name} sit there?"
    return answered(
        request,
        member,
        page_about(member, thing, row.board.name, title),
        form,
        change_seat,
        lambda: {
            "seat": seat,
            "role": form.text("role"),
            "start": form.day("start"),
            "end": form.day("end"),
        },
        said="Saved.",
    )


@needs(Permission.EDIT_PARTNERS)
@require_POST
def take_away(request: HttpRequest, member: Member, seat: int) -> HttpResponse:
    """Takes back that somebody sat on a board."""
    row = _here(member, seat)
    remove_seat(seat=seat, by=member, at=timezone.now())
    messages.success(request, REMOVED)
    return redirect(page_of(member, Thing(Sort.BOARD, row.board.id)))


def _here(member: Member, seat: int) -> SeatRow:
    return there(seat_here(member.partnership, seat, timezone.localdate()))
