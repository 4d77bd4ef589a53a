"""Boards: who answers to whom, the page of each, and the forms about them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.boards import add_board, answer_to, change_board
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.boards import BoardHere, board_here, boards, tree
from oneplan.partnership.partners.queries.kept import read_once
from oneplan.partnership.partners.queries.names import called
from oneplan.website.access import needs
from oneplan.website.components.fields import form_of
from oneplan.website.pages.boards.forms import answer_fields, board_fields, ended_field
from oneplan.website.pages.partnership.addresses import way_to
from oneplan.website.pages.partnership.form_page import (
    added,
    answered,
    getting_or_sending,
    page_about,
    there,
)

_RENAMED = "Plans that print its former name will still mean it."


@needs(Permission.SEE_PARTNERS)
@require_safe
def all_of_them(request: HttpRequest, member: Member) -> HttpResponse:
    """All boards: drawn by who answers to whom, and as a table."""
    rows = read_once(member, boards, timezone.localdate())
    context = {
        "rows": rows,
        "tree": tree(rows),
        "top": sum(not row.answers_to and row.ended is None for row in rows),
        "loose": sum(not row.answers_to and not row.below for row in rows),
    }
    return render(request, "pages/boards/boards.html", context)


@needs(Permission.SEE_PARTNERS)
@require_safe
def one(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """A board with its members and the names that plans print for it."""
    context = {"page": _here(member, number), "way": way_to(member, Sort.BOARD)}
    return render(request, "pages/boards/board.html", context)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member) -> HttpResponse:
    """Adds a board."""
    form = form_of(request, board_fields())
    return added(
        request,
        member,
        Sort.BOARD,
        "Add a board or group",
        form,
        add_board,
        lambda: {"name": form.text("name"), "kind": form.text("kind")},
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a board another name or kind, or says when it met last."""
    row = _here(member, number).row
    filled = {"name": row.name, "kind": row.kind, "ended": row.ended}
    form = form_of(request, [*board_fields(), ended_field()], filled)
    thing, title = Thing(Sort.BOARD, number), f"Change {row.name}"
    return answered(
        request,
        member,
        page_about(member, thing, row.name, title, lead=_RENAMED),
        form,
        change_board,
        lambda: {
            "board": number,
            "name": form.text("name"),
            "kind": form.text("kind"),
            "ended": form.day("ended"),
        },
        said="Saved.",
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def answers(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Says to which boards a board answers."""
    row = _here(member, number).row
    others = [each for each in called(member.partnership, Sort.BOARD) if each.id != number]
    filled = {"boards": {each.id for each in row.answers_to}}
    form = form_of(request, answer_fields(others), filled)
    thing, title = Thing(Sort.BOARD, number), f"To whom does {row.name} answer?"
    return answered(
        request,
        member,
        page_about(member, thing, row.name, title),
        form,
        answer_to,
        lambda: {"board": number, "boards": form.numbers("boards")},
        said="Saved.",
    )


def _here(member: Member, number: int) -> BoardHere:
    return there(read_once(member, board_here, number, timezone.localdate()))
