"""The people of a partnership, for its administrators."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.operations.people import (
    add_member,
    change_member,
    invite_again,
    remove_member,
)
from oneplan.partnership.partners.permissions import Permission, Role
from oneplan.partnership.partners.queries.people import people_found, person_here
from oneplan.partnership.partners.refusals import Refused
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Form, form_of
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.partnership.addresses import path_of
from oneplan.website.pages.partnership.form_page import (
    CANCEL,
    LEAVE,
    FormPage,
    getting_or_sending,
    shown,
)
from oneplan.website.pages.people.forms import person_fields, role_fields, said

_ROWS = 100
_LONGEST = 200


@needs(Permission.EDIT_PEOPLE)
@require_safe
def everybody(request: HttpRequest, member: Member) -> HttpResponse:
    """All who belong to the partnership, or those whose name or address has some words."""
    words = request.GET.get("words", "").strip()[:_LONGEST]
    query = [("words", words)] if words else []
    found = people_found(member.partnership, words)
    context = {
        "rows": in_pages(found, request.GET.get("page", ""), _ROWS, query),
        "words": words,
        "said": said,
    }
    return render(request, "pages/people/people.html", context)


@needs(Permission.EDIT_PEOPLE)
@getting_or_sending
def add(request: HttpRequest, member: Member) -> HttpResponse:
    """Adds a person, who is told by e-mail."""
    form = form_of(request, person_fields(member))
    if form.sent and form.done(
        add_member,
        email=form.text("email"),
        name=form.text("name"),
        roles=_roles(form),
        organisation=form.number("organisation"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "They belong to the partnership, and are told so by e-mail.")
        return redirect(path_of(member, "people"))
    return shown(request, _page(member, "Add a person", "Add them", CANCEL), form)


@needs(Permission.EDIT_PEOPLE)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a person other roles."""
    person = person_here(member.partnership, number)
    if person is None:
        raise Http404("There is no such page.")
    body = person.organisation.id if person.organisation else None
    form = form_of(request, role_fields(member), {"roles": person.roles, "organisation": body})
    if form.sent and form.done(
        change_member,
        person=number,
        roles=_roles(form),
        organisation=form.number("organisation"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect(path_of(member, "people"))
    return shown(request, _page(member, f"What is {person.name} here?", "Save"), form)


@needs(Permission.EDIT_PEOPLE)
@require_POST
def take_away(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Takes a person out of the partnership."""
    try:
        remove_member(person=number, by=member, at=timezone.now())
    except Refused as refused:
        messages.error(request, f"{refused}.")
        return redirect(path_of(member, "people"))
    messages.success(request, "They no longer belong to the partnership.")
    itself = member.actor.key == f"person:{number}"
    return redirect("partnerships" if itself else path_of(member, "people"))


@needs(Permission.EDIT_PEOPLE)
@require_POST
def write_again(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Sends the letter that says how to sign in once more to somebody who has not done so."""
    try:
        invite_again(person=number, by=member, at=timezone.now())
    except Refused as refused:
        messages.error(request, f"{refused}.")
    else:
        messages.success(request, "The letter is sent again.")
    return redirect(path_of(member, "people"))


def _roles(form: Form) -> set[Role]:
    return {Role(text) for text in form.texts("roles") if text in set(Role)}


def _page(member: Member, title: str, button: str, leave: str = LEAVE) -> FormPage:
    back = path_of(member, "people")
    first = Crumb(member.partnership.name, path_of(member, "partnership"))
    way = [first, Crumb("People", back), Crumb(title)]
    return FormPage(title, button, back, "people", way=way, leave=leave)
