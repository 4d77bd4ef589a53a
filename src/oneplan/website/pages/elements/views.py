"""An outcome, a priority, an area of the plan."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.access import everyone
from oneplan.website.open_plan import OpenPlan
from oneplan.website.opening import with_plan
from oneplan.website.pages.editing.affordances import editing
from oneplan.website.pages.editing.ways import history_of, ways
from oneplan.website.pages.elements.values import element_page


@everyone
@with_plan
def element(request: HttpRequest, opened: OpenPlan, element: str) -> HttpResponse:
    """What an element says and what hangs on it."""
    placed = opened.elements.get(element)
    if placed is None:
        raise Http404("The plan has no such part.")
    page = element_page(opened, placed)
    edit = editing(request, opened)
    context = {
        "plan": opened,
        "page": page,
        "edit": edit,
        "ways": ways(edit, element, history_of(request, opened, element)),
    }
    return render(request, "pages/elements/element.html", context)
