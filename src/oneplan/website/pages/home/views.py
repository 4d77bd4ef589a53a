"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.document.lint.rule_list import RULES
from oneplan.website import shelf
from oneplan.website.access import everyone
from oneplan.website.components.demo_sign_in import demo_people
from oneplan.website.pages.home.values import shelved


@everyone
def home(request: HttpRequest) -> HttpResponse:
    """What oneplan does, and the plans on this site."""
    page = {
        "plans": shelved(shelf.plans()),
        "rules": len(RULES),
        "demo_people": demo_people(),
    }
    return render(request, "pages/home/home.html", page)
