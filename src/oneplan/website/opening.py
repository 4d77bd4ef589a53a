"""Views of a plan get it opened: from the shelf, the visitor's own reading, or their partnership."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from oneplan.website import live_plans, open_imports, past_plans, shelf
from oneplan.website.access import visiting_member
from oneplan.website.jobs import visitors_reading
from oneplan.website.open_plan import OpenPlan

_Parts = ParamSpec("_Parts")
PlanView = Callable[Concatenate[HttpRequest, OpenPlan, _Parts], HttpResponse]


def with_plan(view: PlanView[_Parts]) -> Callable[..., HttpResponse]:
    """Opens the plan that the address names for a view; not found where there is none to see."""

    @wraps(view)
    def opened(
        request: HttpRequest, plan: str, *args: _Parts.args, **kwargs: _Parts.kwargs
    ) -> HttpResponse:
        return view(request, _find(request, plan), *args, **kwargs)

    return opened


def _find(request: HttpRequest, name: str) -> OpenPlan:
    match = request.resolver_match
    room = match.namespace if match else ""
    said = match.kwargs if match else {}
    found: OpenPlan | None
    if room == "reading":
        found = visitors_reading.open_plan(request, name)
    elif room == "live":
        found = live_plans.open_plan(visiting_member(request), name)
    elif room == "import":
        found = open_imports.must_open(visiting_member(request), name)
    elif room == "version":
        found = past_plans.open_version(visiting_member(request), name, said["number"])
    elif room == "past":
        found = past_plans.open_revision(visiting_member(request), name, said["revision"])
    else:
        found = shelf.plan_named(name)
    if found is None:
        raise Http404(f"There is no plan called {name}.")
    return found
