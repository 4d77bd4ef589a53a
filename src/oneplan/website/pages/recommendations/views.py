"""What inspections recommended and what answers them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.access import everyone
from oneplan.website.open_plan import OpenPlan
from oneplan.website.opening import with_plan
from oneplan.website.pages.recommendations.values import recommendations_page


@everyone
@with_plan
def recommendations(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """The recommendations of a plan, report by report."""
    context = {"plan": opened, "page": opened.once(recommendations_page)}
    return render(request, "pages/recommendations/recommendations.html", context)
