"""The time until a file has been read: a moment without a page, then a page that looks again."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.website.jobs.reading_files import ReadingFolder

_WAIT_SECONDS = 2.0
_LOOK_SECONDS = 0.05
_REFRESH_SECONDS = 3


def wait_a_moment(folder: ReadingFolder) -> None:
    """Waits until the file is read, two seconds at most: most plans are read by then."""
    until = time.monotonic() + _WAIT_SECONDS
    while folder.end() is None and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)


def progress(
    request: HttpRequest, template: str, folder: ReadingFolder, more: dict[str, Any]
) -> HttpResponse:
    """The page of a reading that is under way; it looks again by itself unless told not to."""
    given = folder.request()
    by_itself = request.GET.get("refresh") != "no"
    context = {
        "folder": folder.name,
        "file": given.name if given else "",
        "step": folder.step(),
        "seconds": int(time.time() - given.made) if given else 0,
        "longest": settings.ONEPLAN_READING_SECONDS,
        "by_itself": by_itself,
    }
    response = render(request, template, context | more)
    if by_itself:
        response.headers["Refresh"] = str(_REFRESH_SECONDS)
    return response
