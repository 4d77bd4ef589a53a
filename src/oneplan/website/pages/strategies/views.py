"""Strategies: the list, the page of each, and the forms about them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.strategies import add_strategy, change_strategy
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.strategies import (
    StrategyHere,
    strategies,
    strategy_here,
)
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Field, form_of, options
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.partnership.addresses import page_of, path_of, way_from, way_to
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown

_ROWS = 100


@needs(Permission.SEE_PARTNERS)
@require_safe
def all_of_them(request: HttpRequest, member: Member) -> HttpResponse:
    """All strategies by title."""
    rows = in_pages(strategies(member.partnership), request.GET.get("page", ""), _ROWS, ())
    return render(request, "pages/strategies/strategies.html", {"rows": rows})


@needs(Permission.SEE_PARTNERS)
@require_safe
def one(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """A strategy with its owner and the names that plans print for it."""
    context = {"page": _here(member, number), "way": way_to(member, Sort.STRATEGY)}
    return render(request, "pages/strategies/strategy.html", context)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member) -> HttpResponse:
    """Adds a strategy."""
    form = form_of(request, _fields(member))
    if form.sent and form.done(
        add_strategy,
        title=form.text("title"),
        owner=form.number("owner"),
        by=member,
        at=timezone.now(),
    ):
        return redirect(page_of(member, Thing(Sort.STRATEGY, form.result)))
    title, back = "Add a strategy", path_of(member, "strategies")
    way = way_to(member, Sort.STRATEGY, Crumb(title))
    return shown(request, FormPage(title, "Add it", back, "strategies", way=way), form)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a strategy another title or owner."""
    strategy = _here(member, number)
    owner = strategy.owner.id if strategy.owner else None
    form = form_of(request, _fields(member), {"title": strategy.title, "owner": owner})
    thing = Thing(Sort.STRATEGY, number)
    if form.sent and form.done(
        change_strategy,
        strategy=number,
        title=form.text("title"),
        owner=form.number("owner"),
        by=member,
        at=timezone.now(),
    ):
        messages.success(request, "Saved.")
        return redirect(page_of(member, thing))
    title = f"Change {strategy.title}"
    way = way_from(member, thing, strategy.title, "Change it")
    lead = "Plans that print its former title will still mean it."
    page = FormPage(title, "Save", page_of(member, thing), "strategies", lead, way)
    return shown(request, page, form)


def _fields(member: Member) -> list[Field]:
    bodies = options(called(member.partnership, Sort.ORGANISATION))
    return [
        Field("title", "Title"),
        Field("owner", "The organisation that owns it", "choice", options=bodies),
    ]


def _here(member: Member, number: int) -> StrategyHere:
    found = strategy_here(member.partnership, number)
    if found is None:
        raise Http404("There is no such page.")
    return found
