"""Where one's partnerships are, where each begins, what a word finds in it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member, memberships
from oneplan.partnership.partners.operations.partnerships import (
    change_partnership,
    start_partnership,
)
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.kept import read_once
from oneplan.partnership.partners.queries.overview import (
    members_counted,
    partners_counted,
    search,
)
from oneplan.partnership.partners.rules import may_start
from oneplan.partnership.plans.queries.live import plans_of
from oneplan.website.access import needs, signed_in
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import form_of
from oneplan.website.components.pages import in_pages
from oneplan.website.open_imports import held
from oneplan.website.pages.accounts.themselves import number, themselves
from oneplan.website.pages.importing.values import unfinished_rows
from oneplan.website.pages.partnership.addresses import path_of
from oneplan.website.pages.partnership.form_page import CANCEL, FormPage, getting_or_sending, shown
from oneplan.website.pages.partnership.forms import partnership_fields
from oneplan.website.pages.partnership.values import found_rows, plan_rows

_STARTING = (
    "You will be its administrator: you add the people and say what they may do. Nobody else sees it"
    " until then."
)


_ROWS = 50


@signed_in
@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    """The partnerships that the visitor belongs to."""
    held = in_pages(memberships(number(request)), request.GET.get("page", ""), _ROWS, ())
    context = {"memberships": held, "may_start": _may_start(request)}
    return render(request, "pages/partnership/yours.html", context)


@signed_in
@getting_or_sending
def start(request: HttpRequest) -> HttpResponse:
    """Starts a partnership, with the visitor as its administrator, where the settings let them."""
    if not _may_start(request):
        return render(request, "pages/partnership/not_started_here.html", status=403)
    form = form_of(request, partnership_fields())
    if form.sent and form.done(
        start_partnership,
        name=form.text("name"),
        area=form.text("area"),
        marked=True,
        person=number(request),
        by=themselves(request),
        at=timezone.now(),
    ):
        return redirect("partnership", partnership=form.result.slug)
    back = reverse("partnerships")
    page = FormPage(
        "Start a partnership", "Start it", back, "partnerships", _STARTING, leave=CANCEL
    )
    context = {"form": form, "page": page}
    status = 422 if form.errors else 200
    return render(request, "pages/partnership/start.html", context, status=status)


def _may_start(request: HttpRequest) -> bool:
    assert request.user.is_authenticated  # noqa: S101 - the page has asked already
    return may_start(request.user.email, settings.ONEPLAN_STARTERS)


@needs(Permission.SEE_PARTNERS)
@require_safe
def front(request: HttpRequest, member: Member) -> HttpResponse:
    """What the partnership has, and what to do first where it has nothing."""
    plans = plans_of(member.partnership) if member.may(Permission.SEE_PLANS) else []
    begun = held(member) if member.may(Permission.IMPORT_PLANS) else []
    context = {
        "plans": plan_rows(plans),
        "unfinished": unfinished_rows(member, begun),
        "people": members_counted(member.partnership) if member.may(Permission.EDIT_PEOPLE) else 0,
        "has": read_once(member, partners_counted),
    }
    return render(request, "pages/partnership/front.html", context)


@needs(Permission.EDIT_PEOPLE)
@getting_or_sending
def change(request: HttpRequest, member: Member) -> HttpResponse:
    """Gives the partnership another name or area."""
    here = member.partnership
    form = form_of(request, partnership_fields(), {"name": here.name, "area": here.area})
    if form.sent and form.done(
        change_partnership,
        name=form.text("name"),
        area=form.text("area"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect("partnership", partnership=here.slug)
    back = path_of(member, "partnership")
    page = FormPage(
        "Name and area of the partnership",
        "Save",
        back,
        "partnership",
        lead="Its address stays as it is.",
        way=[Crumb(here.name, back), Crumb("Name and area")],
    )
    return shown(request, page, form)


@needs(Permission.SEE_PARTNERS)
@require_safe
def found(request: HttpRequest, member: Member) -> HttpResponse:
    """What a word finds among the names of the partnership."""
    words = request.GET.get("words", "").strip()
    rows = found_rows(member, search(member.partnership, words)) if words else []
    return render(request, "pages/partnership/search.html", {"words": words, "rows": rows})
