"""The yardstick of the pages: the same templates over the same values, kept in memory, and nothing else.

No database, no session, no sign-in, no middleware, no address to be found: what is left is the making of
the page's text. ``ONEPLAN_BENCH_PAGES`` holds the pages with their visitors' cookies.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from typing import Any

import django

django.setup()

from django.template.backends import jinja2  # noqa: E402 - when Django has started
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


def application(
    environment: dict[str, Any], start: Callable[[str, list[tuple[str, str]]], Any]
) -> Iterable[bytes]:
    """The page again; nothing for the files by which it is seen that the site answers."""
    if environment["PATH_INFO"].startswith("/static/"):
        start("200 OK", [("Content-Length", "0")])
        return [b""]
    found = _KEPT.get((environment["PATH_INFO"], environment.get("HTTP_COOKIE", "")))
    if found is None:
        start("404 Not Found", [("Content-Length", "0")])
        return [b""]
    body = str(_render(*found)).encode()
    start("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]
