"""Signing in with an authority's own directory (OpenID Connect)."""

from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.openid_connect import views
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests import RequestException

from oneplan.website.access import everyone
from oneplan.website.pages.accounts.sign_in_views import answer


@everyone
@never_cache
@require_GET
def go(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads to the directory's own page; not found where the settings name no such directory."""
    try:
        return answer(views.login(request, provider_id))
    except RequestException:
        name = get_adapter(request).get_provider(request, provider_id).app.name
        messages.error(request, f"{name} does not answer. Try again later, or another way.")
        return redirect("account_login")


@everyone
@never_cache
@require_GET
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Takes what the directory says of the visitor, and signs them in if they are known here."""
    return answer(views.callback(request, provider_id))
