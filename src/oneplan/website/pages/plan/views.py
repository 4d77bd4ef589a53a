"""The plan on a page, and the plan as data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.document.files import to_json, to_yaml
from oneplan.website.access import everyone
from oneplan.website.open_plan import OpenPlan
from oneplan.website.opening import with_plan
from oneplan.website.pages.plan import values


@everyone
@with_plan
def plan_on_a_page(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """The whole plan as one table."""
    page = opened.once(values.plan_on_a_page)
    return render(request, "pages/plan/plan.html", {"plan": opened, "page": page})


@everyone
@with_plan
def as_json(request: HttpRequest, opened: OpenPlan) -> HttpResponse:  # noqa: ARG001
    """The plan document as JSON."""
    return _download(
        to_json(opened.plan), "application/json", f"{values.file_name(opened.plan)}.json"
    )


@everyone
@with_plan
def as_yaml(request: HttpRequest, opened: OpenPlan) -> HttpResponse:  # noqa: ARG001
    """The plan document as YAML."""
    return _download(
        to_yaml(opened.plan), "application/yaml", f"{values.file_name(opened.plan)}.yaml"
    )


def _download(content: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)
