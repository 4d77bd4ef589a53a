from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, include, path

from oneplan.website.remembered_addresses import RememberedAddresses


def _page(request: HttpRequest, **_: str) -> HttpResponse:
    raise AssertionError(request)


def _site() -> RememberedAddresses:
    below = [path("actions/", _page, name="actions"), path("<slug:part>/", _page, name="part")]
    return RememberedAddresses([path("plans/<slug:plan>/", include((below, "live")))])


def test_an_address_leads_where_its_pattern_says_however_often_it_is_asked_for() -> None:
    site = _site()
    for _ in range(2):
        found = site.resolve("plans/lamps/first/")
        assert (found.view_name, found.kwargs) == ("live:part", {"plan": "lamps", "part": "first"})
        assert found.route == "plans/<slug:plan>/<slug:part>/"
        assert site.resolve("plans/lamps/actions/").view_name == "live:actions"


def test_an_address_is_tried_once_and_another_by_itself() -> None:
    site = _site()
    assert site.resolve("plans/lamps/first/") is site.resolve("plans/lamps/first/")
    assert site.resolve("plans/lamps/second/").kwargs["part"] == "second"


def test_an_address_that_leads_nowhere_is_not_found_each_time() -> None:
    site = _site()
    for _ in range(2):
        with pytest.raises(Resolver404):
            site.resolve("plans/lamps/")
