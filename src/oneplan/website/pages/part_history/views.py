"""The history of a part, page by page, with undo of each edit for those who may."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.parts.part import PLAN
from oneplan.partnership.plans.queries.history import history
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.pages.editing.affordances import Editing, editing, page_of, plan_to_edit
from oneplan.website.pages.editing.around import about, way_to
from oneplan.website.pages.part_history.values import PartHistory, shown_done


@needs(Permission.SEE_HISTORY)
@never_cache
@require_safe
def plan_history(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Every change of a plan, the latest first."""
    return _history(request, member, plan_to_edit(member, plan), PLAN)


@needs(Permission.SEE_HISTORY)
@never_cache
@require_safe
def part_history(request: HttpRequest, member: Member, plan: str, part: str) -> HttpResponse:
    """What was done to a part and to what hangs below it, the latest first; a part that is gone has one too."""
    return _history(request, member, plan_to_edit(member, plan), part)


def _history(request: HttpRequest, member: Member, seen: Editing, part: str) -> HttpResponse:
    this = seen.parts.get(part)
    found = history(seen.opened.live, part=part or None, before=_before(request))
    if this is None and not found.done:
        raise Http404("There is no such part.")
    opened = seen.opened
    page = PartHistory(
        about=about(this) if this else next(each.label for each in found.done[0].told),
        key=part,
        back=page_of(opened, part) if this and part != PLAN else opened.url("plan"),
        way=way_to(seen, this, "History") if this else [*crumbs(opened), Crumb("History")],
        done=shown_done(found, member, editing(request, opened)),
        older=found.older,
    )
    return render(request, "pages/part_history/history.html", {"plan": opened, "page": page})


def _before(request: HttpRequest) -> int | None:
    given = request.GET.get("before", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 16 else None
