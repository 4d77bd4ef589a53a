"""Check your own plan: send a file, watch it being read, see the reading, take it or delete it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from oneplan.website.access import everyone
from oneplan.website.jobs import readings, visitors_reading
from oneplan.website.jobs.reading_files import COLUMNS, End, ReadingFolder
from oneplan.website.pages.check.forms import (
    chosen_columns,
    complaint,
    complaint_about_accepted,
    plain_name,
)
from oneplan.website.pages.check.reports import html_report
from oneplan.website.pages.check.values import result_page
from oneplan.website.pages.check.waiting import progress, wait_a_moment


@everyone
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, and the file that it sends."""
    if request.method != "POST":
        return _form(request, {})
    upload, accepted = request.FILES.get("plan"), request.FILES.get("accepted")
    wrong = {"plan": complaint(upload), "accepted": complaint_about_accepted(accepted)}
    if upload is None or any(wrong.values()):
        return _form(request, wrong)
    try:
        owner, said = visitors_reading.token(request), accepted.read() if accepted else b""
        folder = readings.make(upload, plain_name(upload.name), owner, time.time(), said)
    except readings.TooBusy:
        return _form(request, {"plan": readings.BUSY}, status=503)
    return _when_read(folder)


@everyone
@never_cache
@require_GET
def reading(request: HttpRequest, reading: str) -> HttpResponse:
    """The reading as far as it is: under way, ended without a plan, or the plan beside its source."""
    folder = _own(request, reading)
    end = readings.state(folder, time.time())
    if end is None:
        return _progress(request, folder)
    if end.how != "read":
        return _ended(request, folder, end)
    opened = visitors_reading.open_plan(request, reading)
    given = folder.request()
    if opened is None or given is None:
        raise Http404("The reading is gone.")
    page = opened.once(result_page, folder, given.name, request.GET.get("page", ""))
    left = int(given.made + settings.ONEPLAN_READING_KEPT_SECONDS - time.time()) // 60
    context = {"page": page, "own": opened, "folder": folder.name, "minutes": max(left, 1)}
    return render(request, "pages/check/result.html", context)


@everyone
@never_cache
@require_POST
def stop(request: HttpRequest, reading: str) -> HttpResponse:
    """Stops a reading that is under way."""
    folder = _own(request, reading)
    folder.ask_to_stop()
    return _when_read(folder)


@everyone
@never_cache
@require_POST
def delete(request: HttpRequest, reading: str) -> HttpResponse:
    """Deletes a reading at once."""
    readings.delete(_own(request, reading))
    return render(request, "pages/check/deleted.html")


@everyone
@never_cache
@require_POST
def columns(request: HttpRequest, reading: str) -> HttpResponse:
    """Reads the file again with the meanings that the visitor has given to its columns."""
    folder = _own(request, reading)
    try:
        report = json.loads(folder.text(COLUMNS))
        readings.read_again(folder, chosen_columns(request.POST, report), time.time())
    except OSError as error:
        raise Http404("The reading is gone.") from error
    except readings.TooBusy:
        return _form(request, {"plan": readings.BUSY}, status=503)
    return _when_read(folder)


@everyone
@never_cache
@require_GET
def report(request: HttpRequest, reading: str) -> HttpResponse:
    """The red pen's findings as one page to keep or to mail."""
    given = _own(request, reading).request()
    opened = visitors_reading.open_plan(request, reading)
    if opened is None or given is None:
        raise Http404("There is no such reading.")
    headers = {"Content-Disposition": 'attachment; filename="red-pen.html"'}
    return HttpResponse(
        html_report(opened, given.name), content_type="text/html; charset=utf-8", headers=headers
    )


def _own(request: HttpRequest, name: str) -> ReadingFolder:
    folder = visitors_reading.find(request, name)
    if folder is None:
        raise Http404("There is no such reading.")
    return folder


def _form(request: HttpRequest, errors: Mapping[str, str | None], status: int = 0) -> HttpResponse:
    largest = settings.ONEPLAN_LARGEST_UPLOAD // 1_000_000
    minutes = settings.ONEPLAN_READING_KEPT_SECONDS // 60
    wrong = {field: error for field, error in errors.items() if error}
    context = {"errors": wrong, "largest": largest, "minutes": minutes}
    return render(
        request, "pages/check/form.html", context, status=status or (422 if wrong else 200)
    )


def _when_read(folder: ReadingFolder) -> HttpResponseRedirect:
    wait_a_moment(folder)
    return redirect("reading", reading=folder.name)


def _progress(request: HttpRequest, folder: ReadingFolder) -> HttpResponse:
    return progress(request, "pages/check/progress.html", folder, {})


def _ended(request: HttpRequest, folder: ReadingFolder, end: End) -> HttpResponse:
    given = folder.request()
    context = {"folder": folder.name, "file": given.name if given else "", "end": end}
    return render(request, "pages/check/ended.html", context)
