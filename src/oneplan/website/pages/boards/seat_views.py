"""The members of a board: added, changed, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.boards import add_seat, change_seat, remove_seat
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.boards import SeatRow, board_here, seat_here
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.website.access import needs
from oneplan.website.components.fields import form_of
from oneplan.website.pages.boards.forms import role_fields, seat_fields, sitter
from oneplan.website.pages.partnership.addresses import page_of, way_from
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a body, a post or a person a seat on a board."""
    board = board_here(member.partnership, number, timezone.localdate())
    if board is None:
        raise Http404("There is no such page.")
    form = form_of(request, seat_fields(member), {"role": "member"})
    if form.sent and form.done(
        add_seat,
        board=number,
        who=sitter(form),
        role=form.text("role"),
        start=form.day("start"),
        end=form.day("end"),
        by=member,
        at=timezone.now(),
    ):
        return redirect(page_of(member, Thing(Sort.BOARD, number)))
    asked = Reference(board.row.name, number)
    return shown(request, _page(member, asked, f"Who sits on {board.row.name}?", "Add them"), form)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, seat: int) -> HttpResponse:
    """Says as what and from when to when somebody sits on a board."""
    row = _here(member, seat)
    filled = {"role": row.role, "start": row.start, "end": row.end}
    form = form_of(request, role_fields(), filled)
    if form.sent and form.done(
        change_seat,
        seat=seat,
        role=form.text("role"),
        start=form.day("start"),
        end=form.day("end"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect(page_of(member, Thing(Sort.BOARD, row.board.id)))
    title = f"As what does {row.name} sit there?"
    return shown(request, _page(member, row.board, title, "Save"), form)


@needs(Permission.EDIT_PARTNERS)
@require_POST
def take_away(request: HttpRequest, member: Member, seat: int) -> HttpResponse:
    """Takes back that somebody sat on a board."""
    row = _here(member, seat)
    remove_seat(seat=seat, by=member, at=timezone.now())
    messages.success(request, "It is removed.")
    return redirect(page_of(member, Thing(Sort.BOARD, row.board.id)))


def _here(member: Member, seat: int) -> SeatRow:
    found = seat_here(member.partnership, seat, timezone.localdate())
    if found is None:
        raise Http404("There is no such page.")
    return found


def _page(member: Member, board: Reference, title: str, button: str) -> FormPage:
    thing = Thing(Sort.BOARD, board.id)
    way = way_from(member, thing, board.name, title)
    return FormPage(title, button, page_of(member, thing), "boards", way=way)
