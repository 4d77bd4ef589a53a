"""What every answer carries, and what is turned away before it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import patch_cache_control

from oneplan.website.pages.errors.sent import sent_again
from oneplan.website.pages.errors.views import not_understood, too_large, wrong_method

Answer = Callable[[HttpRequest], HttpResponse]

_FORM_AROUND_THE_FILE = 64 * 1024
_DRAINED = 4
_CHUNK = 1024 * 1024


def safe_headers(answer: Answer) -> Answer:
    """Adds the headers that Django does not: no camera, no place, nothing kept by other sites."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return answered


def refuse_large_uploads(answer: Answer) -> Answer:
    """Turns away a body above the limit before a byte of it is stored."""

    def answered(request: HttpRequest) -> HttpResponse:
        largest = settings.ONEPLAN_LARGEST_UPLOAD + _FORM_AROUND_THE_FILE
        if _length(request) <= largest:
            return answer(request)
        _drain(request, most=_DRAINED * largest)
        return too_large(request)

    return answered


def explain_wrong_methods(answer: Answer) -> Answer:
    """Says in words that an address takes no such method, where Django's own answer is empty."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code != 405:
            return response
        explained = wrong_method(request)
        explained.headers["Allow"] = response.headers["Allow"]
        return explained

    return answered


def refuse_zero_bytes(answer: Answer) -> Answer:
    """Turns away words with a zero byte in them: nobody types one, and PostgreSQL keeps none."""

    def answered(request: HttpRequest) -> HttpResponse:
        sent = (value for each in (request.GET, request.POST) for value in _values(each))
        if "\0" in request.path or any("\0" in value for value in sent):
            return not_understood(request)
        return answer(request)

    return answered


def take_kept_forms(answer: Answer) -> Answer:
    """Takes a form that a page kept when its session had ended, from that page and unchanged, at once."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and sent_again(request):
            cast(Any, request)._dont_enforce_csrf_checks = True
        return answer(request)

    return answered


def keep_own_pages_private(answer: Answer) -> Answer:
    """Lets no cache keep what was shown to somebody who is signed in."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.session.accessed and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return answered


def _values(sent: QueryDict) -> Iterator[str]:
    return (str(value) for name, values in sent.lists() for value in (name, *values))


def _length(request: HttpRequest) -> int:
    given = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(given) if given.isdecimal() else 0


def _drain(request: HttpRequest, most: int) -> None:
    """Reads what the browser is still sending, which else would show a broken connection."""
    read = 0
    while read < most:
        chunk = request.read(_CHUNK)
        if not chunk:
            return
        read += len(chunk)
