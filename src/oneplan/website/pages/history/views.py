"""The history of a partnership, and the same as a file for a spreadsheet or another program."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oneplan.exchange.reports.formats.csv import csv_lines
from oneplan.partnership.audit.queries import events, history, sorts
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.queries.named import plans_by_key
from oneplan.website.access import needs
from oneplan.website.pages.history.files import as_line, as_rows
from oneplan.website.pages.history.forms import Asked, asked_for
from oneplan.website.pages.history.values import NamedPlans, history_page


@needs(Permission.SEE_HISTORY)
@never_cache
@require_safe
def search(request: HttpRequest, member: Member) -> HttpResponse:
    """What the form asks for, the latest first; nothing asked is everything."""
    asked = _asked(request, member)
    found = history(asked.sought, before=asked.before, after=asked.after)
    keys = {event.stream for event in found.events}
    plans = NamedPlans(member, plans_by_key(member.partnership, keys))
    context = {"page": history_page(found, asked, plans)}
    status = 422 if asked.form.errors else 200
    return render(request, "pages/history/history.html", context, status=status)


@needs(Permission.SEE_HISTORY)
@never_cache
@require_safe
def as_csv(request: HttpRequest, member: Member) -> StreamingHttpResponse:
    """All that is asked for as a table, the earliest first."""
    told = events(_asked(request, member).sought)
    return _file(csv_lines(as_rows(told)), member, "csv", "text/csv")


@needs(Permission.SEE_HISTORY)
@never_cache
@require_safe
def as_json_lines(request: HttpRequest, member: Member) -> StreamingHttpResponse:
    """The same with every field as it was recorded, an event a line."""
    told = events(_asked(request, member).sought)
    return _file(map(as_line, told), member, "jsonl", "application/jsonl")


def _asked(request: HttpRequest, member: Member) -> Asked:
    return asked_for(request.GET, member.partnership.key, sorts(member.partnership.key))


def _file(lines: Iterable[str], member: Member, ending: str, kind: str) -> StreamingHttpResponse:
    day = timezone.localdate().isoformat()
    name = f"history-{member.partnership.slug}-{day}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type=f"{kind}; charset=utf-8", headers=headers)
