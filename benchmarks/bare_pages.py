"""The yardstick of the pages: the same templates over the same values, kept in memory.

The server, the headers, the session and the templates are those of the site. What is missing is what makes
the values: what the visitor may see, the plan, all else that the database knows. ``ONEPLAN_BENCH_PAGES`` holds
the pages with their visitors' cookies.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - when Django has started
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template.backends import jinja2  # noqa: E402
from django.test import Client  # noqa: E402

Rendered = tuple[jinja2.Template, Any, Any]
_SHOWN: list[Rendered] = []
_render = jinja2.Template.render


def _noted(template: Any, context: Any = None, request: Any = None) -> Any:
    _SHOWN.append((template, context, request))
    return _render(template, context, request)


def _kept() -> dict[tuple[str, str], Rendered]:
    """What each page shows to each visitor."""
    jinja2.Template.render = _noted  # type: ignore[method-assign]
    kept = {}
    for path, cookies in json.loads(os.environ["ONEPLAN_BENCH_PAGES"]).items():
        for cookie in cookies:
            Client(headers={"cookie": cookie}, SERVER_NAME="localhost").get(path)
            kept[path, cookie] = _SHOWN[-1]
    jinja2.Template.render = _render  # type: ignore[method-assign]
    return kept


_KEPT = _kept()


def again(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The innermost middleware: the page again, before anybody asks who wants it."""

    def answered(request: HttpRequest) -> HttpResponse:
        found = _KEPT.get((request.path, request.headers.get("Cookie", "")))
        return HttpResponse(_render(*found)) if found else answer(request)

    return answered


settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.again"]
application = get_wsgi_application()
