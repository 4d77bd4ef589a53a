"""The same done to many actions at once: those that are ticked in their list, or all that match."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.change import Edit
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.editing.many import removed_many
from oneplan.website.access import needs
from oneplan.website.components.changes import shown_changes
from oneplan.website.components.crumbs import crumbs
from oneplan.website.components.fields import Form, form_of
from oneplan.website.pages.actions.list_values import chosen_actions
from oneplan.website.pages.editing.affordances import Editing, plan_to_edit
from oneplan.website.pages.editing.around import about, seen_revision
from oneplan.website.pages.editing.many_forms import edit_of_many, questions
from oneplan.website.pages.editing.outcome import tell
from oneplan.website.pages.editing.shaping import (
    Button,
    ShapePage,
    as_it_stands,
    carried_out,
    shown,
)
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.wording import counted, short

_CHANGE, _REMOVE, _LOOK, _LOOK_REMOVED = "change", "remove", "look", "look-removed"
_ASKED = "asked-"
_MOST_LISTED = 60


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def many(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Sets, names, moves or removes what was ticked or matches; without any it says what to do first."""
    mine = plan_to_edit(member, plan)
    keys, gone = _keys(request, mine)
    form = form_of(request, questions(mine, keys))
    doing = request.POST.get("do", "") if keys else ""
    edit = _edit(doing, keys, form)
    if doing in (_CHANGE, _REMOVE):
        changed = carried_out(member, mine, form, edit, seen_revision(request, mine))
        if changed is not None:
            words = f"{counted(len(keys), 'action')} {'removed' if doing == _REMOVE else 'changed'}"
            words += f"; {_gone(gone)}" if gone else ""
            if changed.changes:
                tell(request, mine.opened, changed, words=f"Saved: {words}", back="", member=member)
            else:
                messages.success(request, "Nothing was changed: they say that already.")
            return redirect(mine.opened.url("actions"))
    now = as_it_stands(member, mine, form)
    keys = [key for key in keys if key in now.parts]
    looking = doing in (_LOOK, _LOOK_REMOVED) and not form.errors
    looked = _looked(now, edit, form) if looking else None
    return shown(request, now, _page(now, keys, gone, doing, looked), form)


def _keys(request: HttpRequest, mine: Editing) -> tuple[list[str], int]:
    """The keys of the actions that are meant, in plan order, and how many of them are gone."""
    if "all" in request.POST:
        asked = {
            name.removeprefix(_ASKED): request.POST[name]
            for name in request.POST
            if name.startswith(_ASKED)
        }
        return [placed.action.id or "" for placed in chosen_actions(mine.opened, asked)], 0
    meant = dict.fromkeys([*request.POST.getlist("key"), *_sent_along(request)])
    return [key for key in mine.opened.actions if key in meant], len(
        [key for key in meant if key not in mine.opened.actions]
    )


def _sent_along(request: HttpRequest) -> list[str]:
    """The keys that the form was made for; what is no list of keys was not ours."""
    try:
        found = json.loads(request.POST.get("keys", "[]"))
    except ValueError:
        return []
    return [str(each) for each in found] if isinstance(found, list) else []


def _edit(doing: str, keys: Sequence[str], form: Form) -> Edit:
    if doing in (_REMOVE, _LOOK_REMOVED):
        return partial(removed_many, keys=keys)
    return partial(edit_of_many, keys=keys, form=form)


def _looked(mine: Editing, edit: Edit, form: Form) -> list[str] | None:
    """What would change, action by action; None where that cannot be said, which the form then says."""
    try:
        changes = list(edit(mine.parts))
    except Refused as refused:
        form.errors |= refused.errors
        return None
    after = applied(mine.parts, changes)
    shown_here = shown_changes(changes[:_MOST_LISTED], mine.parts, after)
    told = [
        f"{each.label}: {_in_words(change, [(v.name, v.before, v.after) for v in each.values])}"
        for change, each in zip(changes, shown_here, strict=False)
    ]
    if len(changes) > len(told):
        told.append(f"and {counted(len(changes) - len(told), 'more change', 'more changes')}")
    return told


def _in_words(change: Change, values: list[tuple[str, str, str]]) -> str:
    if change.after is None:
        return "goes"
    told = [
        f"{name} {f'“{short(before, 12)}”' if before else 'nothing'} becomes "
        f"{f'“{short(after, 12)}”' if after else 'nothing'}"
        for name, before, after in values
    ]
    return "; ".join(told) or "is moved"


def _page(
    mine: Editing, keys: Sequence[str], gone: int, doing: str, looked: list[str] | None
) -> ShapePage:
    names = [about(mine.parts[key]) for key in keys[:_MOST_LISTED]]
    if len(keys) > len(names):
        names.append(f"and {len(keys) - len(names)} more")
    return ShapePage(
        title=f"Change {counted(len(keys), 'action')} at once"
        if keys
        else "Change many actions at once",
        about="",
        back=mine.opened.url("actions"),
        way=crumbs(mine.opened, here="Many at once"),
        seen=mine.opened.live.revision,
        buttons=_buttons(doing, looked) if keys else [],
        lead=_lead(keys, gone, looked),
        lines=names if looked is None else looked,
        hidden=[("keys", json.dumps(list(keys)))],
    )


def _lead(keys: Sequence[str], gone: int, looked: list[str] | None) -> str:
    lead = "What is left empty stays as it is in each of them."
    if not keys:
        lead = "Tick actions in the list first, then choose what shall change in all of them."
    elif looked is not None:
        lead = "This would change. Nothing is saved yet." if looked else "Nothing would change."
    return f"{lead} {_gone(gone)[:1].upper()}{_gone(gone)[1:]}." if gone else lead


def _gone(number: int) -> str:
    return f"{number} of them {'is' if number == 1 else 'are'} not in the plan any more"


def _buttons(doing: str, looked: list[str] | None) -> list[Button]:
    look = Button("Show what would change", "do", _LOOK, quiet=True)
    change = Button("Change them all", "do", _CHANGE)
    if doing == _LOOK_REMOVED and looked is not None:
        return [Button("Remove them all", "do", _REMOVE), look]
    return [change, look, Button("Remove them", "do", _LOOK_REMOVED, quiet=True)]
