"""Whoever sends too many wrong passwords or codes is told when to try again.

What counts is the address that was typed, whether anybody has it or not, together with the network
address: nobody can shut out somebody who signs in from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

Credentials = Mapping[str, Any]


def address_tried(request: HttpRequest, credentials: Credentials | None) -> str:
    """The e-mail address that somebody tries to sign in with, in small letters; empty for none."""
    given = credentials or request.POST
    tried = given.get("email") or given.get("username") or given.get("login") or ""
    return str(tried).strip().lower()[:254]


def client_address(request: HttpRequest) -> str | None:
    """The network address of the visitor, as the settings trust the proxies; None where there is none."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return None


def failed(request: HttpRequest, email: str) -> None:
    """Counts a wrong code as a wrong password is counted."""
    user_login_failed.send(sender=__name__, credentials={"email": email}, request=request)


def turned_away(request: HttpRequest, email: str) -> HttpResponse | None:
    """The page for somebody who is locked out; None for everybody else."""
    credentials = {"email": email}
    if AxesProxyHandler.is_allowed(request, credentials):
        return None
    return locked_out_page(request, None, credentials)


def locked_out_page(
    request: HttpRequest, _answer: HttpResponse | None, credentials: Credentials | None
) -> HttpResponse:
    """Says when to try again, the same to everybody (429)."""
    now = timezone.now()
    until = _until(request, address_tried(request, credentials)) or now
    seconds = max(1, int((until - now).total_seconds()))
    context = {"until": timezone.localtime(until), "minutes": -(-seconds // 60)}
    response = render(request, "pages/accounts/locked_out.html", context, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _until(request: HttpRequest, email: str) -> datetime | None:
    attempts = AccessAttempt.objects.filter(username=email, ip_address=client_address(request))
    last = attempts.order_by("-attempt_time").first()
    return last.attempt_time + get_cool_off(request) if last else None
