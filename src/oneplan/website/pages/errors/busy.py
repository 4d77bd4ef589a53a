"""The page for a moment in which the database cannot be reached: what was typed is kept on it, to be sent again."""

from __future__ import annotations

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from oneplan.website.pages.errors.sent import sent_form

_TEMPLATE = "pages/errors/busy.html"
_AGAIN_SECONDS = 5
_OF_SQLITE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_OF_POSTGRESQL = ("08", "40", "53", "55P03", "57")
"""How PostgreSQL's codes begin: no connection, a deadlock, no room, waited too long, shut down."""


def is_busy(error: BaseException | None) -> bool:
    """Whether a request failed only because the database was busy, full of visitors or starting anew."""
    if not isinstance(error, (OperationalError, InterfaceError)):
        return False
    cause = error.__cause__
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        return str(name).startswith(_OF_SQLITE)
    code = getattr(cause, "sqlstate", None)
    return code is None or str(code).startswith(_OF_POSTGRESQL)


def busy(request: HttpRequest) -> HttpResponse:
    """503: the database is busy. It asks nothing of it, and keeps what was typed."""
    context = {
        "path": request.get_full_path(),
        "sent": sent_form(request),
        "method": request.method,
    }
    page = render_to_string(_TEMPLATE, context)
    return HttpResponse(page, status=503, headers={"Retry-After": str(_AGAIN_SECONDS)})
