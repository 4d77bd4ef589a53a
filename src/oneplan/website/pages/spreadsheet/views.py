"""The actions of a plan as Excel, and that sheet brought back."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oneplan.exchange.sheets.book import Origin
from oneplan.exchange.sheets.writing import written
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.change import Changed, change_plan
from oneplan.partnership.plans.parts.conflicts import merged
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.parts.sheets.laid_out import tables_of
from oneplan.partnership.plans.queries.past import mark_at
from oneplan.website.access import needs
from oneplan.website.components.crumbs import crumbs
from oneplan.website.components.pages import in_pages
from oneplan.website.jobs import kept_sheets
from oneplan.website.jobs.kept_sheets import KeptSheet
from oneplan.website.live_plans import must_open
from oneplan.website.pages.check.forms import plain_name
from oneplan.website.pages.editing.affordances import Editing, plan_to_edit
from oneplan.website.pages.editing.around import seen_revision
from oneplan.website.pages.editing.outcome import tell
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.pages.plan.values import file_name
from oneplan.website.pages.spreadsheet.choosing import ticks_of
from oneplan.website.pages.spreadsheet.comparing import Compared, compared
from oneplan.website.pages.spreadsheet.items import chosen
from oneplan.website.pages.spreadsheet.layout import LAYOUT
from oneplan.website.wording import counted

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ON_A_PAGE = 100
_MOST_FINDINGS = 50
_OTHER_SHEET = "Another sheet was sent since that page was opened. This is what it would change."
_NOT_ALL = "Not all that you chose could be changed: what hangs on something that goes must go or move with it."
_MEANWHILE = "Nothing was changed: somebody else has changed the same meanwhile. Look at it again, and choose."


@needs(Permission.DOWNLOAD_PLANS)
@never_cache
@require_safe
def workbook(request: HttpRequest, member: Member, plan: str) -> HttpResponse:  # noqa: ARG001
    """The actions and measures of a plan as an Excel workbook."""
    opened = must_open(member, plan)
    live = opened.live
    origin = Origin(opened.name, live.revision, mark_at(live, live.revision) or "")
    headers = {"Content-Disposition": f'attachment; filename="{file_name(opened.plan)}.xlsx"'}
    content = written(tables_of(live.parts, LAYOUT), origin)
    return HttpResponse(content, content_type=_EXCEL, headers=headers)


@needs(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
@never_cache
@getting_or_sending
def brought_back(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Takes a sheet, shows what it would change, and changes what is chosen of it."""
    mine = plan_to_edit(member, plan)
    sheet = kept_sheets.kept(member.actor.key, mine.opened.live.key)
    if request.method != "POST":
        return _page(request, mine, sheet)
    if "leave" in request.POST:
        kept_sheets.forget(member.actor.key, mine.opened.live.key)
        return redirect(mine.opened.url("actions"))
    if "choose" in request.POST and sheet is not None:
        return _applied(request, member, mine, sheet)
    return _sent(request, member, mine)


def _sent(request: HttpRequest, member: Member, mine: Editing) -> HttpResponse:
    upload = request.FILES.get("sheet")
    error = _complaint(upload)
    if upload is None or error:
        return _page(request, mine, None, {"sheet": error})
    sheet = KeptSheet(plain_name(upload.name), upload.read())
    found = compared(mine, sheet, mine.opened.live.revision)
    if found.error:
        return _page(request, mine, None, {"sheet": found.error})
    kept_sheets.keep(member.actor.key, mine.opened.live.key, sheet)
    return redirect(mine.opened.url("spreadsheet"))


def _complaint(upload: UploadedFile[Any] | None) -> str:
    if upload is None:
        return "Choose the sheet that you have edited"
    if not upload.size:
        return "The file is empty. Choose the sheet that you have edited"
    if upload.size > kept_sheets.LARGEST:
        most = kept_sheets.LARGEST // 1_000_000
        return f"The sheet must be smaller than {most} MB. Take pictures and other sheets out"
    return ""


def _applied(request: HttpRequest, member: Member, mine: Editing, sheet: KeptSheet) -> HttpResponse:
    if request.POST.get("sheet") != sheet.mark:
        messages.info(request, _OTHER_SHEET)
        return redirect(mine.opened.url("spreadsheet"))
    seen = seen_revision(request, mine)
    found = compared(mine, sheet, seen)
    ticked, preferred = ticks_of(request.POST, found.items)
    if not ticked:
        return _page(request, mine, sheet, {"main": "Choose at least one difference"})
    result = merged(chosen(found.changes, ticked), found.current, preferred)
    if result.conflicts:
        messages.error(request, _NOT_ALL)
    try:
        changed = change_plan(
            plan=mine.opened.name,
            edit=lambda _: result.fitting,
            seen=seen,
            by=member,
            at=timezone.now(),
            operation="spreadsheet",
            note=sheet.name,
        )
    except Refused as refused:
        return _page(request, mine, sheet, {"main": str(refused)})
    return _after(request, member, mine, changed, left_out=bool(result.conflicts))


def _after(
    request: HttpRequest, member: Member, mine: Editing, changed: Changed, *, left_out: bool
) -> HttpResponse:
    if changed.conflicts:
        messages.error(request, _MEANWHILE)
    elif not changed.changes and not left_out:
        messages.success(request, "Nothing was changed: the plan says that already.")
    elif changed.changes:
        parts = len({each.key for each in changed.changes})
        words = f"Taken from the sheet: {counted(parts, 'part')} of the plan"
        tell(request, mine.opened, changed, words=words, back=PLAN, member=member)
    return redirect(mine.opened.url("spreadsheet"))


def _page(
    request: HttpRequest,
    mine: Editing,
    sheet: KeptSheet | None,
    errors: dict[str, str] | None = None,
) -> HttpResponse:
    opened = mine.opened
    found = compared(mine, sheet, opened.live.revision) if sheet else None
    if found and found.error:
        errors = {**(errors or {}), "sheet": found.error}
        found = None
    shown = in_pages(found.items if found else [], request.GET.get("page", ""), _ON_A_PAGE, ())
    context = {
        "plan": opened,
        "way": crumbs(opened, here="The spreadsheet"),
        "heading": _heading(found),
        "found": found,
        "sheet": sheet,
        "shown": shown,
        "parts": [
            (part, list(items)) for part, items in groupby(shown.items, lambda each: each.part)
        ],
        "findings": found.findings[:_MOST_FINDINGS] if found else [],
        "more_findings": max(len(found.findings) - _MOST_FINDINGS, 0) if found else 0,
        "errors": errors or {},
        "largest": kept_sheets.LARGEST // 1_000_000,
    }
    status = 422 if errors else 200
    return render(request, "pages/spreadsheet/spreadsheet.html", context, status=status)


def _heading(found: Compared | None) -> str:
    if found is None:
        return "The actions as a spreadsheet"
    if not found.items:
        return "The plan says what the sheet says"
    return f"The sheet differs from the plan in {counted(len(found.items), 'thing')}"
