"""The red pen's findings in a plan, by severity, filtered as the address asks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.access import everyone
from oneplan.website.open_plan import OpenPlan
from oneplan.website.opening import with_plan
from oneplan.website.pages.editing.affordances import editing
from oneplan.website.pages.editing.mending import ways_to_mend
from oneplan.website.pages.red_pen.filters import asked_for
from oneplan.website.pages.red_pen.values import red_pen_page


@everyone
@with_plan
def red_pen(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """The findings, a page at a time."""
    asked = asked_for(request.GET.dict(), request.GET.getlist("severity"))
    query = [(n, v) for n, vs in request.GET.lists() for v in vs if n != "page" and v]
    page = opened.once(red_pen_page, asked, request.GET.get("page", ""), query, opened.given)
    shown = [each for group in page.groups for each in group.findings]
    mends = ways_to_mend(editing(request, opened), shown)
    context = {"plan": opened, "page": page, "mends": mends}
    return render(request, "pages/red_pen/red_pen.html", context)
