"""A file is sent, watched while it is read, and looked at beside its source."""

from __future__ import annotations

import json
import time

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.website.access import needs
from oneplan.website.jobs import readings
from oneplan.website.jobs.reading_files import COLUMNS, End, ReadingFolder
from oneplan.website.jobs.rooms import IMPORTS
from oneplan.website.open_imports import held, must_find, must_open_in, owner
from oneplan.website.pages.check.forms import chosen_columns, complaint, plain_name
from oneplan.website.pages.check.values import result_page
from oneplan.website.pages.check.waiting import progress, wait_a_moment
from oneplan.website.pages.importing.values import unfinished_rows, way_to_import
from oneplan.website.pages.partnership.addresses import path_of
from oneplan.website.pages.partnership.form_page import getting_or_sending


@needs(Permission.IMPORT_PLANS)
@never_cache
@getting_or_sending
def upload(request: HttpRequest, member: Member) -> HttpResponse:
    """The form for a file, what has been begun, and the file that is sent."""
    if request.method != "POST":
        return _form(request, member, None)
    sent = request.FILES.get("plan")
    wrong = complaint(sent)
    if sent is None or wrong:
        return _form(request, member, wrong)
    try:
        folder = readings.make(
            sent, plain_name(sent.name), owner(member), time.time(), room=IMPORTS
        )
    except readings.TooBusy:
        return _form(request, member, readings.BUSY, status=503)
    return _when_read(member, folder)


@needs(Permission.IMPORT_PLANS)
@never_cache
@require_safe
def reading(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """The reading as far as it is: under way, ended without a plan, or the plan beside its source."""
    folder = must_find(member, reading)
    end = readings.state(folder, time.time())
    if end is None:
        way = way_to_import(member, "Being read")
        return progress(request, "pages/importing/progress.html", folder, {"way": way})
    if end.how != "read":
        return _ended(request, member, folder, end)
    opened, given = must_open_in(member, folder), folder.request()
    file, asked = given.name if given else "", request.GET.get("page", "")
    page = opened.once(result_page, folder, file, asked)
    return render(request, "pages/importing/reading.html", {"page": page, "plan": opened})


@needs(Permission.IMPORT_PLANS)
@require_POST
def stop(_request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """Stops a reading that is under way."""
    folder = must_find(member, reading)
    folder.ask_to_stop()
    return _when_read(member, folder)


@needs(Permission.IMPORT_PLANS)
@require_POST
def again(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """Reads a file once more whose reading was stopped or broke off."""
    folder = must_find(member, reading)
    end = readings.state(folder, time.time())
    given = folder.request()
    if given is None or end is None or end.how == "read":
        return redirect("import-reading", partnership=member.partnership.slug, reading=reading)
    return _read_again(request, member, folder, given.mapping)


@needs(Permission.IMPORT_PLANS)
@require_POST
def columns(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """Reads the file again with the meanings that were given to its columns; not where none is new."""
    folder = must_find(member, reading)
    given = folder.request()
    try:
        report = json.loads(folder.text(COLUMNS))
    except OSError as error:
        raise Http404("The reading is gone.") from error
    chosen = chosen_columns(request.POST, report)
    if given is None or chosen == given.mapping:
        return redirect("import-reading", partnership=member.partnership.slug, reading=reading)
    return _read_again(request, member, folder, chosen)


@needs(Permission.IMPORT_PLANS)
@require_POST
def delete(request: HttpRequest, member: Member, reading: str) -> HttpResponse:
    """Deletes the file and what was read of it."""
    folder = must_find(member, reading)
    transaction.on_commit(lambda: readings.delete(folder))
    messages.success(request, "The file and its reading are deleted.")
    return redirect(path_of(member, "partnership"))


def _read_again(
    request: HttpRequest, member: Member, folder: ReadingFolder, mapping: dict[str, str]
) -> HttpResponse:
    try:
        readings.read_again(folder, mapping, time.time(), IMPORTS)
    except readings.TooBusy:
        messages.error(
            request, "Other plans are being read just now. Wait a minute, then try again."
        )
    return _when_read(member, folder)


def _when_read(member: Member, folder: ReadingFolder) -> HttpResponseRedirect:
    wait_a_moment(folder)
    return redirect("import-reading", partnership=member.partnership.slug, reading=folder.name)


def _form(request: HttpRequest, member: Member, error: str | None, status: int = 0) -> HttpResponse:
    context = {
        "errors": {"plan": error} if error else {},
        "largest": settings.ONEPLAN_LARGEST_UPLOAD // 1_000_000,
        "unfinished": unfinished_rows(member, held(member)),
        "way": way_to_import(member),
    }
    return render(
        request, "pages/importing/upload.html", context, status=status or (422 if error else 200)
    )


def _ended(request: HttpRequest, member: Member, folder: ReadingFolder, end: End) -> HttpResponse:
    given = folder.request()
    context = {
        "folder": folder.name,
        "file": given.name if given else "",
        "end": end,
        "again": end.how in ("stopped", "broken"),
        "way": way_to_import(member, "Not read"),
    }
    return render(request, "pages/importing/ended.html", context)
