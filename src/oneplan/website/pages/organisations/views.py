"""Organisations: the list, the page of each, and the forms about them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.organisations import (
    add_organisation,
    change_organisation,
    end_organisation,
)
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.organisations import (
    OrganisationHere,
    organisation_here,
    organisations,
)
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import form_of
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.organisations.forms import end_fields, organisation_fields
from oneplan.website.pages.partnership.addresses import page_of, path_of, way_from, way_to
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown

_ROWS = 100


@needs(Permission.SEE_PARTNERS)
@require_safe
def all_of_them(request: HttpRequest, member: Member) -> HttpResponse:
    """All bodies by name."""
    rows = in_pages(organisations(member.partnership), request.GET.get("page", ""), _ROWS, ())
    return render(request, "pages/organisations/organisations.html", {"rows": rows})


@needs(Permission.SEE_PARTNERS)
@require_safe
def one(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """A body with its chain, its posts, its seats and the names that plans print for it."""
    context = {"page": _here(member, number), "way": way_to(member, Sort.ORGANISATION)}
    return render(request, "pages/organisations/organisation.html", context)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member) -> HttpResponse:
    """Adds a body."""
    form = form_of(request, organisation_fields())
    if form.sent and form.done(
        add_organisation,
        name=form.text("name"),
        kind=form.text("kind"),
        started=form.day("started"),
        by=member,
        at=timezone.now(),
    ):
        return redirect(page_of(member, Thing(Sort.ORGANISATION, form.result)))
    title, back = "Add an organisation", path_of(member, "organisations")
    way = way_to(member, Sort.ORGANISATION, Crumb(title))
    return shown(request, FormPage(title, "Add it", back, "organisations", way=way), form)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a body another name, kind or first day."""
    body = _here(member, number)
    filled = {"name": body.name, "kind": body.kind, "started": body.started}
    form = form_of(request, organisation_fields(), filled)
    if form.sent and form.done(
        change_organisation,
        organisation=number,
        name=form.text("name"),
        kind=form.text("kind"),
        started=form.day("started"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect(page_of(member, Thing(Sort.ORGANISATION, number)))
    lead = "Plans that print its former name will still mean it."
    return shown(request, _page(member, body, f"Change {body.name}", lead), form)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def end(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Says when a body ended and who followed it."""
    body = _here(member, number)
    others = [each for each in called(member.partnership, Sort.ORGANISATION) if each.id != number]
    filled = {"on": body.ended, "successors": {each.id for each in body.successors}}
    form = form_of(request, end_fields(others), filled)
    if form.sent and form.done(
        end_organisation,
        organisation=number,
        on=form.day("on"),
        successors=form.numbers("successors"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect(page_of(member, Thing(Sort.ORGANISATION, number)))
    lead = "It keeps its actions, and whoever followed it answers for them."
    return shown(request, _page(member, body, f"Has {body.name} ended?", lead), form)


def _here(member: Member, number: int) -> OrganisationHere:
    found = organisation_here(member.partnership, number, timezone.localdate())
    if found is None:
        raise Http404("There is no such page.")
    return found


def _page(member: Member, body: OrganisationHere, title: str, lead: str) -> FormPage:
    thing = Thing(Sort.ORGANISATION, body.id)
    way = way_from(member, thing, body.name, title)
    return FormPage(title, "Save", page_of(member, thing), "organisations", lead, way)
