"""Saying back how what is typed is understood: with the page, and as one types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.partnership.plans.parts.part import Part
from oneplan.website.components.fields import Form
from oneplan.website.pages.editing.sheets.sheet import Sheet

_ASKS = "understand"
_FRAGMENT = "fragment"


def asks_how_it_is_understood(request: HttpRequest) -> bool:
    """Whether a form was sent only to see how it is understood."""
    return _ASKS in request.POST


def understood(sheet: Sheet, form: Form, part: Part) -> list[tuple[str, str]]:
    """What a form is understood to say, each with its name; nothing where it cannot be read."""
    if sheet.understood is None or form.errors:
        return []
    kept = sheet.read(form, part)
    return [] if form.errors else sheet.understood(kept)


def fragment(request: HttpRequest, said: list[tuple[str, str]]) -> HttpResponse | None:
    """Only what is understood, where a script asks for it while somebody types; else None."""
    if request.POST.get(_ASKS) != _FRAGMENT:
        return None
    return render(request, "pages/editing/understood.html", {"understood": said})
