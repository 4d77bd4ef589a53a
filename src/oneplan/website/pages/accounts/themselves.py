"""The visitor as the one who acts, and whether it was surely they who came in."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from oneplan.partnership.audit.operations import Actor


def themselves(request: HttpRequest) -> Actor:
    """Who is signed in, as the history names them."""
    assert request.user.is_authenticated  # noqa: S101 - the page has asked already
    return Actor(request.user.key, str(request.user))


def number(request: HttpRequest) -> int:
    """The number of the person who is signed in."""
    assert request.user.is_authenticated  # noqa: S101 - the page has asked already
    return request.user.pk


def lately_confirmed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Asks those who signed in some time ago to show once more that it is they."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        records = get_authentication_records(request, request.user)
        latest = max((float(record["at"]) for record in records), default=0.0)
        if time.time() - latest <= settings.ONEPLAN_CONFIRMED_SECONDS:
            return view(request, *args, **kwargs)
        back = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('account_reauthenticate')}?{back}")

    return asked
