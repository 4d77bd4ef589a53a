"""The page that every form of a partnership is shown on."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Form

getting_or_sending = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form: its heading, the way to it, its button, where one goes back to."""

    title: str
    button: str
    back: str
    here: str
    lead: str = ""
    way: list[Crumb] = field(default_factory=list)


def shown(request: HttpRequest, page: FormPage, form: Form) -> HttpResponse:
    """The page with the form as it stands; 422 where something is wrong with what was sent."""
    context = {"page": page, "form": form}
    status = 422 if form.errors else 200
    return render(request, "pages/partnership/form.html", context, status=status)
