"""An action, and the list of all of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.access import everyone
from oneplan.website.open_plan import OpenPlan
from oneplan.website.opening import with_plan
from oneplan.website.pages.actions.action_values import action_page
from oneplan.website.pages.actions.list_values import action_list
from oneplan.website.pages.editing.affordances import editing
from oneplan.website.pages.editing.mending import ways_to_mend
from oneplan.website.pages.editing.ways import history_of, ways
from oneplan.website.pages.families.ancestors import kin, ways_to_kin
from oneplan.website.pages.organisations.today import bodies_today


@everyone
@with_plan
def actions(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """All actions, or those that the form asks for."""
    edit = editing(request, opened)
    own = edit.own_actions() if edit and not edit.whole else None
    page = opened.once(action_list, request.GET.dict(), own if request.GET.get("own") else None)
    context = {"plan": opened, "page": page, "edit": edit, "own": own}
    return render(request, "pages/actions/list.html", context)


@everyone
@with_plan
def action(request: HttpRequest, opened: OpenPlan, action: str) -> HttpResponse:
    """One action."""
    placed = opened.actions.get(action)
    if placed is None:
        raise Http404("The plan has no such action.")
    page = action_page(opened, placed)
    edit = editing(request, opened)
    context = {
        "plan": opened,
        "page": page,
        "edit": edit,
        "mends": ways_to_mend(edit, page.findings),
        "kin": kin(opened, action),
        "bodies_today": bodies_today(request, placed.action),
        "ways": [
            *ways(edit, action, history_of(request, opened, action)),
            *ways_to_kin(opened, action),
        ],
    }
    return render(request, "pages/actions/action.html", context)
