"""Other names, two that are one, and what was added by mistake: for bodies, posts, boards and strategies alike."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.merging import merge, remove
from oneplan.partnership.partners.operations.settling import add_name
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.reference import Reference
from oneplan.partnership.partners.refusals import Refused
from oneplan.website.access import needs
from oneplan.website.components.fields import Field, form_of
from oneplan.website.pages.partnership.addresses import LISTS, page_of, path_of
from oneplan.website.pages.partnership.form_page import (
    CANCEL,
    REMOVED,
    answered,
    getting_or_sending,
    page_about,
    there,
)
from oneplan.website.pages.partnership.forms import merge_fields


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add_other_name(request: HttpRequest, member: Member, sort: str, number: int) -> HttpResponse:
    """Says by what other name plans print something."""
    thing = _thing(sort, number)
    own = _among(called(member.partnership, thing.sort), number)
    page = page_about(
        member,
        thing,
        own.name,
        f"What else do plans call “{own.name}”?",
        "Add it",
        "Every plan here that prints this name will mean it.",
        CANCEL,
    )
    hint = "As it is printed: an abbreviation, a former name, a shorter one."
    form = form_of(request, [Field("name", "The other name", hint=hint)])
    return answered(
        request, member, page, form, add_name, lambda: {"thing": thing, "name": form.text("name")}
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def make_one(request: HttpRequest, member: Member, sort: str, number: int) -> HttpResponse:
    """Makes two of one sort one; the other stays."""
    thing = _thing(sort, number)
    everything = called(member.partnership, thing.sort)
    own = _among(everything, number)
    page = page_about(
        member,
        thing,
        own.name,
        f"Is “{own.name}” the same as another one?",
        "Make them one",
        f"“{own.name}” will go, and plans that print it will mean the other.",
    )
    form = form_of(request, merge_fields(each for each in everything if each.id != number))
    into = form.number("into") if form.sent else None
    if form.sent and into is None:
        form.errors.setdefault("into", "Choose the one that stays")
    return answered(
        request,
        member,
        page,
        form,
        merge,
        lambda: {"thing": thing, "into": into},
        to=lambda _: page_of(member, Thing(thing.sort, into or 0)),
        said=f"“{own.name}” now means this one. The history can undo that.",
    )


@needs(Permission.EDIT_PARTNERS)
@require_POST
def take_away(request: HttpRequest, member: Member, sort: str, number: int) -> HttpResponse:
    """Removes what was added by mistake; where something belongs to it, it stays and that is said."""
    thing = _thing(sort, number)
    try:
        remove(thing=thing, by=member, at=timezone.now())
    except Refused as refused:
        messages.error(request, f"{refused}.")
        return redirect(page_of(member, thing))
    messages.success(request, REMOVED)
    return redirect(path_of(member, LISTS[thing.sort][0]))


def _among(everything: Iterable[Reference], number: int) -> Reference:
    return there(next((each for each in everything if each.id == number), None))


def _thing(sort: str, number: int) -> Thing:
    if sort not in set(Sort):
        raise Http404("There is no such page.")
    return Thing(Sort(sort), number)
