"""Strategies: the list, the page of each, and the forms about them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.operations.strategies import add_strategy, change_strategy
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.kept import kept_list, read_once
from oneplan.partnership.partners.queries.names import called
from oneplan.partnership.partners.queries.strategies import (
    strategies,
    strategies_counted,
    strategy_here,
)
from oneplan.website.access import needs
from oneplan.website.components.choosing import one_of
from oneplan.website.components.fields import Field, form_of, options
from oneplan.website.components.pages import in_pages
from oneplan.website.pages.partnership.addresses import way_to
from oneplan.website.pages.partnership.form_page import (
    added,
    answered,
    getting_or_sending,
    page_about,
    there,
)

_ROWS = 100
_RENAMED = "Plans that print its former title will still mean it."


@needs(Permission.SEE_PARTNERS)
@require_safe
def all_of_them(request: HttpRequest, member: Member) -> HttpResponse:
    """All strategies by title."""
    known = kept_list(member, read_once(member, strategies_counted), strategies)
    rows = in_pages(known, request.GET.get("page", ""), _ROWS, ())
    return render(request, "pages/strategies/strategies.html", {"rows": rows})


@needs(Permission.SEE_PARTNERS)
@require_safe
def one(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """A strategy with its owner and the names that plans print for it."""
    page = there(read_once(member, strategy_here, number))
    context = {"page": page, "way": way_to(member, Sort.STRATEGY)}
    return render(request, "pages/strategies/strategy.html", context)


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def add(request: HttpRequest, member: Member) -> HttpResponse:
    """Adds a strategy."""
    form = form_of(request, _fields(member))
    return added(
        request,
        member,
        Sort.STRATEGY,
        "Add a strategy",
        form,
        add_strategy,
        lambda: {"title": form.text("title"), "owner": form.number("owner")},
    )


@needs(Permission.EDIT_PARTNERS)
@getting_or_sending
def change(request: HttpRequest, member: Member, number: int) -> HttpResponse:
    """Gives a strategy another title or owner."""
    strategy = there(strategy_here(member.partnership, number))
    owner = strategy.owner.id if strategy.owner else None
    form = form_of(request, _fields(member), {"title": strategy.title, "owner": owner})
    thing, title = Thing(Sort.STRATEGY, number), f"Change {strategy.title}"
    return answered(
        request,
        member,
        page_about(member, thing, strategy.title, title, lead=_RENAMED),
        form,
        change_strategy,
        lambda: {"strategy": number, "title": form.text("title"), "owner": form.number("owner")},
        said="Saved.",
    )


def _fields(member: Member) -> list[Field]:
    bodies = options(called(member.partnership, Sort.ORGANISATION))
    return [
        Field("title", "Title"),
        one_of("owner", "The organisation that owns it", bodies),
    ]
