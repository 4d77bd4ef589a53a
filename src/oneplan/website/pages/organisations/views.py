"""Organisations: the list, the page of each, and the forms about them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
from oneplan.partnership.partners.queries.kept import kept_list, read_once
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.organisations import (
    OrganisationHere,
    organisation_here,
    organisations,
    organisations_counted,
)
from oneplan.website.access import needs
from oneplan.website.components.fields import form_of
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.organisations.forms import end_fields, organisation_fields
from oneplan.website.pages.partnership.addresses import way_to
from oneplan.website.pages.partnership.form_page import (
    added,
    answered,
    getting_or_sending,
    page_about,
    there,
)

_ROWS = 100
_RENAMED = "Plans that print its former name will still mean it."
_ENDED = "It keeps its actions, and whoever followed it answers for them."


@needs(Permission.SEE_PARTNERS)
@require_safe
def all_of_them(request: HttpRequest, member: Member) -> HttpResponse:
    """All bodies by name."""
    bodies = kept_list(member, read_once(member, organisations_counted), organisations)
    rows = in_pages(bodies, request.GET.get("page", ""), _ROWS, ())
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
    return added(
        request,
        member,
        Sort.ORGANISATION,
        "Add an organisation",
        form,
        add_organisation,
        lambda: {
            "name": form.text("name"),
            "kind": form.text("kind"),
            "started": form.day("started"),
        },
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a body another name, kind or first day."""
    body = _here(member, number)
    filled = {"name": body.name, "kind": body.kind, "started": body.started}
    form = form_of(request, organisation_fields(), filled)
    thing, title = Thing(Sort.ORGANISATION, number), f"Change {body.name}"
    return answered(
        request,
        member,
        page_about(member, thing, body.name, title, lead=_RENAMED),
        form,
        change_organisation,
        lambda: {
            "organisation": number,
            "name": form.text("name"),
            "kind": form.text("kind"),
            "started": form.day("started"),
        },
        said="Saved.",
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def end(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Says when a body ended and who followed it."""
    body = _here(member, number)
    others = [each for each in called(member.partnership, Sort.ORGANISATION) if each.id != number]
    filled = {"on": body.ended, "successors": {each.id for each in body.successors}}
    form = form_of(request, end_fields(others), filled)
    thing, title = Thing(Sort.ORGANISATION, number), f"Has {body.name} ended?"
    return answered(
        request,
        member,
        page_about(member, thing, body.name, title, lead=_ENDED),
        form,
        end_organisation,
        lambda: {
            "organisation": number,
            "on": form.day("on"),
            "successors": form.numbers("successors"),
        },
        said="Saved.",
    )


def _here(member: Member, number: int) -> OrganisationHere:
    return there(read_once(member, organisation_here, number, timezone.localdate()))
