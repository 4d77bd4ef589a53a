"""What supports what in a plan."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.access import everyone
from oneplan.website.open_plan import OpenPlan
from oneplan.website.opening import with_plan
from oneplan.website.pages.thread.values import thread_page


@everyone
@with_plan
def thread(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """The golden thread and the logic model."""
    context = {"plan": opened, "page": opened.once(thread_page)}
    return render(request, "pages/thread/thread.html", context)
