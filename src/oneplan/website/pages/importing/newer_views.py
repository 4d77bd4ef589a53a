"""A newer version of a plan that is here: what differs is shown, and what is chosen of it is made."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.change import Changed, Edit, change_plan
from oneplan.partnership.plans.operations.keeping import import_again
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.conflicts import Place, merged
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.parts.sources import SOURCE
from oneplan.partnership.plans.queries.readings import SecondReading, second_reading
from oneplan.website.access import needs
from oneplan.website.components.pages import InPages, in_pages
from oneplan.website.jobs import readings
from oneplan.website.jobs.reading_files import ReadingFolder
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.live_plans import must_open as must_open_plan
from oneplan.website.open_imports import OpenImport, must_find, must_open_in
from oneplan.website.pages.editing.affordances import plan_to_edit
from oneplan.website.pages.editing.around import seen_revision
from oneplan.website.pages.editing.outcome import tell
from oneplan.website.pages.importing.newer_differences import differences
from oneplan.website.pages.importing.values import file_of
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.pages.spreadsheet.choosing import ticks_of
from oneplan.website.pages.spreadsheet.items import Item, chosen
from oneplan.website.wording import counted

_ON_A_PAGE = 200
_NOT_ALL = (
    "Not all that you chose could be changed: what hangs on something else must come or go with it."
)


@dataclass(frozen=True, slots=True)
class Newer:
    """What was read of a file, as a newer version of a plan: what that changes, difference by difference."""

    folder: ReadingFolder
    opened: OpenImport
    plan: OpenLivePlan
    reading: SecondReading
    items: list[Item]

    @property
    def url(self) -> str:
        """The path of the page that shows it."""
        return self.opened.step_url("import-newer", plan=self.plan.name)


@needs(Permission.IMPORT_PLANS)
@never_cache
@getting_or_sending
def newer(request: HttpRequest, member: Member, reading: str, plan: str) -> HttpResponse:
    """What a newer version would change in a plan, and what is chosen of it."""
    found = _newer(member, reading, plan)
    shown = in_pages(found.items, request.GET.get("page", ""), _ON_A_PAGE, ())
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            return _made(request, member, found, last=shown.pages <= 1 or "leave" in request.POST)
        except Refused as refused:
            errors = {"main": str(refused)}
    return _page(request, found, shown, errors)


def _newer(member: Member, reading: str, plan: str) -> Newer:
    folder = must_find(member, reading)
    opened = must_open_in(member, folder)
    live = must_open_plan(member, plan)
    found = second_reading(live.live, opened.plan)
    return Newer(folder, opened, live, found, differences(found, live.live.parts))


def _page(
    request: HttpRequest, found: Newer, shown: InPages[Item], errors: dict[str, str]
) -> HttpResponse:
    context = {
        "plan": found.opened,
        "live": found.plan,
        "heading": _heading(found),
        "file": file_of(found.folder),
        "shown": shown,
        "parts": [
            (part, list(items)) for part, items in groupby(shown.items, lambda each: each.part)
        ],
        "errors": errors,
    }
    status = 422 if errors else 200
    return render(request, "pages/importing/newer.html", context, status=status)


def _heading(found: Newer) -> str:
    if not found.items:
        return "The plan says already what the file says"
    return f"The file differs from the plan in {counted(len(found.items), 'thing')}"


def _made(request: HttpRequest, member: Member, found: Newer, *, last: bool) -> HttpResponse:
    """Makes what is chosen; with the last of it the document is kept as what was brought in."""
    edit = _edit(request, found)
    seen = seen_revision(request, plan_to_edit(member, found.plan.name))
    if merged(_chosen(request, found), found.plan.live.parts, _preferred(request, found)).conflicts:
        messages.error(request, _NOT_ALL)
    if not last:
        changed = change_plan(
            plan=found.plan.name,
            edit=edit,
            seen=seen,
            by=member,
            at=timezone.now(),
            operation="import",
            note=file_of(found.folder).name,
            despite_conflicts=True,
        )
        _told(request, member, found, changed)
        return redirect(found.url)
    changed = import_again(
        plan=found.plan.name,
        before=found.reading.before,
        read=found.reading.read,
        file=file_of(found.folder),
        edit=edit,
        seen=seen,
        by=member,
        at=timezone.now(),
    )
    transaction.on_commit(lambda: readings.delete(found.folder))
    _told(request, member, found, changed)
    return redirect(found.plan.url("plan"))


def _edit(request: HttpRequest, found: Newer) -> Edit:
    changes, preferred = _chosen(request, found), _preferred(request, found)
    return lambda shown: merged(changes, shown, preferred).fitting


def _chosen(request: HttpRequest, found: Newer) -> list[Change]:
    if "leave" in request.POST:
        return []
    ticked, _ = ticks_of(request.POST, found.items)
    read = {(key, SOURCE) for key, _ in ticked}  # what is taken up says where it was read
    return chosen(found.reading.changes, ticked | read)


def _preferred(request: HttpRequest, found: Newer) -> set[Place]:
    return ticks_of(request.POST, found.items)[1]


def _told(request: HttpRequest, member: Member, found: Newer, changed: Changed) -> None:
    if not changed.changes:
        messages.success(request, "Nothing was changed in the plan.")
        return
    parts = len({each.key for each in changed.changes})
    words = f"Taken from the newer version: {counted(parts, 'part')} of the plan"
    tell(request, found.plan, changed, words=words, back=PLAN, member=member)
