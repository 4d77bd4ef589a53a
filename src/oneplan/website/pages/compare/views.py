"""Compare two versions of a plan, both of them seen by nobody but the visitor who sent them."""

from __future__ import annotations

import time
from collections.abc import Mapping

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from oneplan.exchange.reports.formats.changes_html import changes_as_html
from oneplan.website import shelf
from oneplan.website.access import everyone
from oneplan.website.jobs import readings, visitors_reading
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.pages.check.forms import complaint, plain_name
from oneplan.website.pages.compare.values import differences_page, report_of
from oneplan.website.pages.compare.versions import Version, version_named

_WAIT_SECONDS = 3.0
_LOOK_SECONDS = 0.05
_REFRESH_SECONDS = 3


@everyone
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """The form, and the two versions that it sends."""
    if request.method != "POST":
        return _form(request, {})
    chosen = request.POST.get("shelf", "")
    old, new = request.FILES.get("old"), request.FILES.get("new")
    known = shelf.plan_named(chosen) is not None
    wrong = {"old": None if known and old is None else complaint(old), "new": complaint(new)}
    if any(wrong.values()):
        return _form(request, wrong)
    sent: list[ReadingFolder] = []
    try:
        for upload in filter(None, (old, new)):
            owner, name = visitors_reading.token(request), plain_name(upload.name)
            sent.append(readings.make(upload, name, owner, time.time()))
    except readings.TooBusy:
        for folder in sent:
            readings.delete(folder)
        return _form(request, {"new": readings.BUSY}, status=503)
    _wait(sent)
    return redirect("differences", old=sent[0].name if old else chosen, new=sent[-1].name)


@everyone
@never_cache
@require_GET
def differences(request: HttpRequest, old: str, new: str) -> HttpResponse:
    """What differs, as far as both are read; what could not be read says so with its cure."""
    before, after = _version(request, old), _version(request, new)
    versions = {"old": old, "new": new, "versions": [before, after]}
    if before.running or after.running:
        by_itself = request.GET.get("refresh") != "no"
        response = render(
            request, "pages/compare/progress.html", {**versions, "by_itself": by_itself}
        )
        if by_itself:
            response.headers["Refresh"] = str(_REFRESH_SECONDS)
        return response
    if before.opened is None or after.opened is None:
        return render(request, "pages/compare/unread.html", versions)
    report = report_of(before.opened, after.opened, before.name, after.name)
    page = differences_page(report, request.GET.get("page", ""))
    private = before.folder is not None or after.folder is not None
    return render(
        request, "pages/compare/differences.html", {**versions, "page": page, "private": private}
    )


@everyone
@never_cache
@require_GET
def report(request: HttpRequest, old: str, new: str) -> HttpResponse:
    """The differences as one page to keep or to mail, the same that the command line writes."""
    before, after = _version(request, old), _version(request, new)
    if before.opened is None or after.opened is None:
        raise Http404("One of the two could not be read.")
    page = changes_as_html(report_of(before.opened, after.opened, before.name, after.name))
    headers = {"Content-Disposition": 'attachment; filename="what-differs.html"'}
    return HttpResponse(page, content_type="text/html; charset=utf-8", headers=headers)


@everyone
@never_cache
@require_POST
def delete(request: HttpRequest, old: str, new: str) -> HttpResponse:
    """Deletes at once what the visitor sent; a plan on the shelf stays."""
    for version in (_version(request, old), _version(request, new)):
        if version.folder:
            readings.delete(version.folder)
    return render(request, "pages/check/deleted.html")


def _version(request: HttpRequest, address: str) -> Version:
    found = version_named(request, address)
    if found is None:
        raise Http404("There is no such version.")
    return found


def _wait(sent: list[ReadingFolder]) -> None:
    """Waits a moment, since most plans are read by then."""
    until = time.monotonic() + _WAIT_SECONDS
    while any(folder.end() is None for folder in sent) and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)


def _form(request: HttpRequest, errors: Mapping[str, str | None], status: int = 0) -> HttpResponse:
    wrong = {field: error for field, error in errors.items() if error}
    context = {
        "errors": wrong,
        "largest": settings.ONEPLAN_LARGEST_UPLOAD // 1_000_000,
        "minutes": settings.ONEPLAN_READING_KEPT_SECONDS // 60,
        "plans": list(shelf.plans()),
    }
    return render(
        request, "pages/compare/form.html", context, status=status or (422 if wrong else 200)
    )
