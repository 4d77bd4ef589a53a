"""The site's addresses, and besides them one whose view fails and one whose form finds the database busy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NoReturn

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.http import require_http_methods

from oneplan.website.urls import (
    handler400,
    handler403,
    handler404,
    handler429,
    handler500,
)
from oneplan.website.urls import (
    urlpatterns as of_the_site,
)

__all__ = ["handler400", "handler403", "handler404", "handler429", "handler500", "urlpatterns"]

INSIDE = "the lamp of the third ward"
"""What no page about the failure may say."""
_AT_ONCE, _LATER = "PRAGMA busy_timeout = 0", "PRAGMA busy_timeout = 20000"


def _fails(request: HttpRequest) -> NoReturn:
    """A fault of ours."""
    raise RuntimeError(f"{INSIDE} {request.path}")


@require_http_methods(["GET", "POST"])
def _finds_it_busy(request: HttpRequest) -> HttpResponse:
    """A form; what it sends is to be written while another program writes, and does not wait for it."""
    if request.method != "POST":
        return HttpResponse(
            f'<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{get_token(request)}">'
            '<textarea name="text"></textarea><button>Save</button></form>'
        )
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
        other.execute("BEGIN IMMEDIATE")
        connection.cursor().execute(_AT_ONCE)
        try:
            with transaction.atomic():
                return HttpResponse("Saved")
        finally:
            connection.cursor().execute(_LATER)


urlpatterns = [path("fails/", _fails), path("busy/", _finds_it_busy), *of_the_site]
