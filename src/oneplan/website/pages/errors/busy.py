"""The page for a moment in which the database cannot be reached: what was typed is kept on it, to be sent again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

_TEMPLATE = "pages/errors/busy.html"
_AGAIN_SECONDS = 5
_OF_SQLITE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_OF_POSTGRESQL = ("08", "40", "53", "55P03", "57")
"""How PostgreSQL's codes begin: no connection, a deadlock, no room, waited too long, shut down."""
_SECRETS = ("/sign-in/", "/account/")
"""Where passwords and codes are typed, which no page gives back."""
_LONG = 30


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: each field with its text, and the longer texts to be read or copied."""

    fields: list[tuple[str, str]]
    texts: list[str]


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
    context = {"path": request.get_full_path(), "sent": _sent(request), "method": request.method}
    page = render_to_string(_TEMPLATE, context)
    return HttpResponse(page, status=503, headers={"Retry-After": str(_AGAIN_SECONDS)})


def _sent(request: HttpRequest) -> Sent | None:
    """What was sent; None where it cannot be sent again from a page: a file, a password, nothing."""
    if request.method != "POST" or request.FILES or request.path.startswith(_SECRETS):
        return None
    fields = [(name, _text(value)) for name, values in request.POST.lists() for value in values]
    texts = [text for name, text in fields if len(text) > _LONG and " " in text]
    return Sent(fields, texts)


def _text(value: Any) -> str:
    return str(value)
