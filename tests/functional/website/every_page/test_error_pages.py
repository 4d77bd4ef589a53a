"""Pages that say why there is no page: as sound as any other, and what is answered where."""

from __future__ import annotations

import inspect
from functools import partial

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from playwright.sync_api import Route

from builders.page_faults import page_faults
from builders.site_of_the_cast import NOBODY, SiteOfTheCast, Visit
from oneplan.partnership.partners.permissions import Role
from oneplan.website.pages.errors import views

pytestmark = pytest.mark.browser

VIEWS = {
    name: view
    for name, view in inspect.getmembers(views, inspect.isfunction)
    if view.__module__ == views.__name__ and not name.startswith("_")
}


def _show(body: bytes, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html")


def test_no_page_about_an_error_has_a_fault(visit: Visit) -> None:
    page = visit(NOBODY, bypass_csp=True).new_page()
    wrong = []
    for name, view in VIEWS.items():
        answer: HttpResponse = view(RequestFactory().get("/"))
        page.route("**/wrong/", partial(_show, answer.content))
        page.goto("/wrong/")
        wrong += [f"{name}: {each}" for each in page_faults(page)]
        page.unroute("**/wrong/")
    assert {"not_found", "not_allowed", "broken", "wrong_method"} <= set(VIEWS)
    assert wrong == []


def test_who_is_signed_in_keeps_their_way_around_where_a_page_is_not_theirs(
    cast_site: SiteOfTheCast, visit: Visit
) -> None:
    page = visit(Role.VIEWER, bypass_csp=True).new_page()
    ours = f"/partnerships/{cast_site.examples['partnerships/<slug:partnership>']}/"
    asked = {
        f"{ours}settings/": 403,
        "/nowhere/": 404,
        f"{ours}search/?words=%00": 400,
        "/check/before/stop/": 405,
    }
    for path, status in asked.items():
        answer = page.goto(path)
        assert answer
        assert answer.status == status
        assert page_faults(page) == [], path
