"""Pages for what went wrong: one sentence, and what to do."""

from __future__ import annotations

import sys

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from oneplan.website.moved import Moved
from oneplan.website.pages.errors.busy import busy, is_busy
from oneplan.website.pages.errors.sent import sent_form, sent_from_here

_TEMPLATE = "pages/errors/error.html"
_ROLES = "If you need it, an administrator of the partnership can give you the role for it."
_KEPT = "pages/errors/kept_form.html"


def _answer(request: HttpRequest, status: int, title: str, *sentences: str) -> HttpResponse:
    return render(request, _TEMPLATE, {"title": title, "sentences": sentences}, status=status)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: the request makes no sense."""
    return _answer(
        request,
        400,
        "That request cannot be understood",
        "Go back and try again from the page before.",
    )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: not for this visitor."""
    return _answer(
        request, 403, "This page is not open to you", "Nothing has been changed.", _ROLES
    )


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: the form's token is missing or belongs to another session. What was typed here is kept."""
    return kept_form(request) or _answer(
        request,
        403,
        "The form was open too long, or cookies are off",
        "Nothing has been sent or changed.",
        "Go back, reload the page and send the form again. The form needs the site’s one cookie.",
    )


def kept_form(request: HttpRequest) -> HttpResponse | None:
    """403: the page that keeps what one of our forms has sent, to be sent again; None where it sent nothing."""
    sent = sent_form(request) if sent_from_here(request) else None
    if sent is None:
        return None
    context = {"path": request.get_full_path(), "sent": sent}
    return render(request, _KEPT, context, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or a reading that is not this visitor's or is gone; leads to what it has become."""
    if isinstance(exception, Moved):
        messages.success(request, str(exception))
        return redirect(exception.url)
    if request.method == "POST":
        return _answer(
            request,
            404,
            "That is not here, or not any more",
            "If you pressed a button twice, what it does was done the first time.",
            "Else go back, reload the page, and look at what it says now.",
        )
    return _answer(
        request,
        404,
        "There is no such page",
        "If you typed the address, check it. If you followed a link, the plan may have changed.",
        "A reading of your own plan is deleted after an hour, and only the browser that made it can see it.",
    )


def wrong_method(request: HttpRequest) -> HttpResponse:
    """405: the address takes only what a form sends, or shows only a page."""
    return _answer(
        request,
        405,
        "This address is not a page of its own",
        "A button of another page leads here. Nothing has been changed.",
        "Go back to that page and press the button again.",
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """413: the upload is above the limit."""
    largest = settings.ONEPLAN_LARGEST_UPLOAD // 1_000_000
    return _answer(
        request,
        413,
        f"The file is larger than {largest} MB",
        "Nothing of it has been kept.",
        "A plan is rarely so large: pictures may be filling it. Save a copy without them and send that.",
    )


def too_many(request: HttpRequest) -> HttpResponse:
    """429: too many attempts in too short a time."""
    return _answer(
        request, 429, "That was too often in a short time", "Wait a minute, then try again."
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing, not even who is signed in: the database may be why.

    Where that was only busy, another page (503) keeps what was typed.
    """
    if is_busy(sys.exc_info()[1]):
        return busy(request)
    context = {
        "title": "Something went wrong on our side",
        "sentences": (
            "It has been noted. Nothing of yours has been changed.",
            "Try again in a moment.",
        ),
    }
    return HttpResponse(render_to_string(_TEMPLATE, context), status=500)
