"""Taking back an edit from the notice or the history."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from oneplan.partnership.partners.access import Member, NotAllowed
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.undoing import undo
from oneplan.partnership.plans.parts.conflicts import Conflict
from oneplan.website.access import needs
from oneplan.website.components.changes import name_of
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.events import said
from oneplan.website.components.word_difference import BothTexts, both_texts
from oneplan.website.pages.editing.affordances import Editing, page_of, plan_to_edit
from oneplan.website.pages.editing.outcome import tell


@dataclass(frozen=True, slots=True)
class Standing:
    """Something that was changed again: the part, the value, what it says now and what it said before."""

    part: str
    name: str
    texts: BothTexts


@dataclass(frozen=True, slots=True)
class UndoPage:
    """What stands in the way of taking an edit back."""

    standing: list[Standing]
    batch: str
    back: str
    to: str
    way: list[Crumb]


@needs(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS, Permission.ASSIGN_FINDINGS)
@never_cache
@require_POST
def take_back(request: HttpRequest, member: Member, plan: str, batch: str) -> HttpResponse:
    """Takes an edit back; what was changed again since is shown, and stays where that is chosen."""
    mine = plan_to_edit(member, plan)
    try:
        changed = undo(
            plan=plan,
            batch=batch,
            by=member,
            at=timezone.now(),
            despite_conflicts="rest" in request.POST,
        )
    except Refused as refused:
        if "batch" in refused.errors:
            raise Http404(str(refused)) from refused
        messages.error(request, f"Nothing was taken back. {refused}.")
        return redirect(mine.opened.url("plan-history"))
    except NotAllowed as refused:
        messages.error(request, f"Nothing was taken back. {refused}")
        return redirect(mine.opened.url("plan-history"))
    back = request.POST.get("back", "")
    if changed.changes:
        opened = tell(request, mine.opened, changed, words="Taken back", back=back, member=member)
        return redirect(page_of(opened, back))
    if not changed.conflicts:
        done = "Taken back." if changed.batch else "Nothing was changed: it was taken back already."
        messages.success(request, done)
        return redirect(page_of(mine.opened, back))
    page = UndoPage(
        standing=[_standing(mine, each) for each in changed.conflicts],
        batch=batch,
        back=back,
        to=page_of(mine.opened, back),
        way=[Crumb(mine.opened.short_title, mine.opened.url("plan")), Crumb("Undo")],
    )
    context = {"plan": mine.opened, "page": page}
    return render(request, "pages/editing/undo.html", context, status=409)


def _standing(mine: Editing, conflict: Conflict) -> Standing:
    part = mine.parts.get(conflict.key)
    fields = part.fields if part else {}
    words = next((fields[name] for name in ("title", "text", "term", "name") if name in fields), "")
    return Standing(
        part=f"{fields.get('ref') or fields.get('code') or ''} {words}".strip() or conflict.sort,
        name=name_of(conflict.name) if conflict.name else _why(conflict),
        texts=both_texts(said(conflict.theirs), said(conflict.mine)),
    )


def _why(conflict: Conflict) -> str:
    return {
        "gone": "It is not in the plan any more",
        "taken": "It is in the plan already",
        "homeless": "What it stood under is not in the plan any more",
    }.get(conflict.kind, "Something else stands below it now")
