"""Changing something of a part: the form, what it does, and what to do where others were faster."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.change import Changed, change_plan
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.fields import with_fields
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts
from oneplan.website.access import needs
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Form, form_of
from oneplan.website.components.own_script import with_own_script
from oneplan.website.pages.editing.affordances import (
    Editing,
    change_url,
    must,
    page_of,
    plan_to_edit,
    sheet_of,
)
from oneplan.website.pages.editing.around import about, after, seen_revision, way_to
from oneplan.website.pages.editing.conflicts import conflict_page, settled
from oneplan.website.pages.editing.lost import (
    is_lost,
    part_or_lost,
    parts_seen,
    restoring,
    with_it_back,
)
from oneplan.website.pages.editing.shaping import ShapePage, not_theirs, shown
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS
from oneplan.website.pages.editing.sheets.sheet import Kept, Sheet
from oneplan.website.pages.editing.understanding import (
    asks_how_it_is_understood,
    fragment,
    understood,
)
from oneplan.website.pages.editing.ways import HISTORY, Ways, ways_of_its_own
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.wording import sentence

_FIELD_BY_FIELD = {
    ("action", "due"): "when",
    ("action", "funding"): "sums",
    ("measure", "text"): "figures",
}


@dataclass(frozen=True, slots=True)
class ChangePage:
    """What stands around a form: what it is about, its printed source, and where one goes back to."""

    title: str
    about: str
    place: str
    printed: str
    way: list[Crumb]
    back: str
    seen: int
    understands: bool
    understood: list[tuple[str, str]]
    ways: Ways


@needs(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
@never_cache
@with_own_script
@getting_or_sending
def change(request: HttpRequest, member: Member, plan: str, part: str, sheet: str) -> HttpResponse:
    """Changes something of a part."""
    return _changed(request, member, plan_to_edit(member, plan), part, sheet)


@needs(Permission.EDIT_PLANS)
@never_cache
@with_own_script
@getting_or_sending
def change_plan_itself(request: HttpRequest, member: Member, plan: str, sheet: str) -> HttpResponse:
    """Changes what the plan says of itself."""
    return _changed(request, member, plan_to_edit(member, plan), PLAN, sheet)


def _changed(
    request: HttpRequest, member: Member, mine: Editing, key: str, name: str
) -> HttpResponse:
    seen = seen_revision(request, mine)
    before = parts_seen(mine, seen)
    part = mine.parts.get(key)
    then = before.get(key) or part_or_lost(request, mine, key)
    if then is None:
        raise Http404("There is no such part.")
    sheet = sheet_of(then, name)
    form = form_of(request, sheet.questions(then), sheet.shown(then))
    if form.sent and part and not mine.may_change(part, sheet.writes):
        must(mine.may_change(then, sheet.writes, before))
        return not_theirs(request, mine, part, form, sentence(sheet.title))
    must(mine.may_change(part or then, sheet.writes))
    if not form.sent or asks_how_it_is_understood(request):
        return _asked(request, mine, part or then, sheet, form, seen)
    return _sent(request, member, mine, then, sheet, form)


def _sent(
    request: HttpRequest, member: Member, mine: Editing, then: Part, sheet: Sheet, form: Form
) -> HttpResponse:
    key, seen = then.key, seen_revision(request, mine)
    if "beside" in request.POST or (is_lost(mine, key) and not restoring(request)):
        return _conflict(request, member, mine, then, sheet, form)
    settled(request, form, sheet, then)
    edit = with_it_back(request, mine, key, lambda parts: _edit(parts, key, sheet, form))
    done = not form.errors and form.done(
        change_plan, plan=mine.opened.name, edit=edit, seen=seen, by=member, at=timezone.now()
    )
    if not done:
        form.errors = _at_questions(form)
        if "settle" in request.POST or is_lost(mine, key):
            return _conflict(request, member, mine, then, sheet, form)
        return _asked(request, mine, mine.parts[key], sheet, form, seen)
    changed: Changed = form.result
    if changed.conflicts:
        return _conflict(request, member, mine, then, sheet, form)
    return after(request, member, mine, changed, words=sheet.title, back=key)


def _edit(parts: Parts, key: str, sheet: Sheet, form: Form) -> list[Change]:
    kept = _read(sheet, form, parts[key])
    if form.errors:
        raise Refused(form.errors)
    return with_fields(parts, key, kept)


def _read(sheet: Sheet, form: Form, part: Part) -> Kept:
    return sheet.read(form, part)


def _at_questions(form: Form) -> dict[str, str]:
    """The errors at questions of the form: what is about none of them stands at the first."""
    names = [each.name for each in form.fields]
    return {
        name if name in names or name.startswith("choice-") else names[0]: error
        for name, error in form.errors.items()
    }


def _asked(
    request: HttpRequest, mine: Editing, part: Part, sheet: Sheet, form: Form, seen: int
) -> HttpResponse:
    said = understood(sheet, form, part)
    alone = fragment(request, said)
    if alone is not None:
        return alone
    page = ChangePage(
        title=f"Change {sheet.title}",
        about=about(part),
        place=_place(part),
        printed=part.fields.get("text", "") if sheet.name == "figures" else "",
        way=way_to(mine, part, sentence(sheet.title)),
        back=page_of(mine.opened, part.key),
        seen=seen or mine.opened.live.revision,
        understands=sheet.understood is not None,
        understood=said,
        ways=[*_beside(mine, part, sheet), *_ways(mine, part)],
    )
    status = 422 if form.errors else 200
    context = {"plan": mine.opened, "page": page, "form": form}
    return render(request, "pages/editing/change.html", context, status=status)


def _conflict(
    request: HttpRequest, member: Member, mine: Editing, then: Part, sheet: Sheet, form: Form
) -> HttpResponse:
    now = plan_to_edit(member, mine.opened.name)
    if is_lost(now, then.key):
        return shown(request, now, _without_its_part(now, then, sheet), form)
    page = conflict_page(request, now, then.key, sheet, form)
    context = {"plan": now.opened, "page": page, "form": form}
    return render(request, "pages/editing/conflict.html", context, status=409)


def _without_its_part(now: Editing, then: Part, sheet: Sheet) -> ShapePage:
    """The form with what was typed, about a part that is gone."""
    return ShapePage(
        title=f"Change {sheet.title}",
        about=about(then),
        back=page_of(now.opened, then.owner),
        way=way_to(now, then, sentence(sheet.title)),
        seen=now.opened.live.revision,
        buttons=[],
        part=then.key,
        heirs=lambda heir: change_url(now.opened, heir, sheet),
    )


def _place(part: Part) -> str:
    source = part.fields.get("source") or {}
    found = [f"{name} {source[name]}" for name in ("page", "line", "row") if source.get(name)]
    return sentence(", ".join(found))


def _beside(mine: Editing, part: Part, sheet: Sheet) -> Ways:
    """The form in which the same is said field by field."""
    name = _FIELD_BY_FIELD.get((part.sort, sheet.name))
    if name is None or not any(part[each] for each in SHEETS[part.sort][name].writes):
        return []
    other = SHEETS[part.sort][name]
    return [(change_url(mine.opened, part, other), f"Change {other.title}")]


def _ways(mine: Editing, part: Part) -> Ways:
    """What can be done to a part that has no page of its own."""
    if part.sort in ("action", "element", "plan"):
        return []
    return [*ways_of_its_own(mine, part), (mine.opened.url("part-history", part=part.key), HISTORY)]
