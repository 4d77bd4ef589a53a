"""Accessibility and privacy."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.access import everyone


@everyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """How the site is built for everyone, and what is known not to work."""
    return render(request, "pages/about/accessibility.html")


@everyone
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visitor, and how long."""
    minutes = settings.ONEPLAN_READING_KEPT_SECONDS // 60
    return render(request, "pages/about/privacy.html", {"minutes": minutes})
