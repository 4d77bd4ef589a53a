"""The same done to many actions at once, ticked in their list."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.conflicts import folded
from oneplan.partnership.plans.parts.editing.fields import due_of
from oneplan.partnership.plans.parts.editing.many import (
    moved_many,
    named_on_many,
    removed_many,
    set_on_many,
)
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.website.access import needs
from oneplan.website.components.crumbs import crumbs
from oneplan.website.components.fields import Field, Form, form_of, named_options
from oneplan.website.pages.editing.affordances import Editing, plan_to_edit
from oneplan.website.pages.editing.around import about, seen_revision
from oneplan.website.pages.editing.arranging_views import owner_chosen, under
from oneplan.website.pages.editing.outcome import tell
from oneplan.website.pages.editing.shaping import (
    Button,
    ShapePage,
    as_it_stands,
    carried_out,
    shown,
)
from oneplan.website.pages.editing.sheets.of_actions import CATEGORY, DUE, STATUS
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.wording import counted

_LISTS = {"leads": "lead", "partners": "partner"}
_REMOVE = "remove"


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def many(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Sets, names, moves or removes what was ticked; without a tick it says what to do first."""
    mine = plan_to_edit(member, plan)
    keys = [key for key in request.POST.getlist("key") if key in mine.opened.actions]
    form = form_of(request, _questions(mine, keys))
    if keys and "do" in request.POST:
        removing = request.POST["do"] == _REMOVE
        edit = (
            partial(removed_many, keys=keys) if removing else partial(_edit, keys=keys, form=form)
        )
        changed = carried_out(member, mine, form, edit, seen_revision(request, mine))
        if changed is not None:
            words = f"{counted(len(keys), 'action')} {'removed' if removing else 'changed'}"
            if changed.changes:
                tell(request, mine.opened, changed, words=f"Saved: {words}", back="", member=member)
            else:
                messages.success(request, "Nothing was changed: they say that already.")
            return redirect(mine.opened.url("actions"))
    now = as_it_stands(member, mine, form)
    return shown(request, now, _page(now, keys), form)


def _page(mine: Editing, keys: list[str]) -> ShapePage:
    parts = [part for key in keys if (part := mine.parts.get(key))]
    lead = "What is left empty stays as it is in each of them."
    missing = "Tick actions in the list first, then choose what shall change in all of them."
    return ShapePage(
        title=f"Change {counted(len(parts), 'action')} at once"
        if parts
        else "Change many actions at once",
        about="",
        back=mine.opened.url("actions"),
        way=crumbs(mine.opened, here="Many at once"),
        seen=mine.opened.live.revision,
        buttons=[
            Button("Change them all", "do", "change"),
            Button("Remove them all", "do", _REMOVE, quiet=True),
        ]
        if parts
        else [],
        lead=lead if parts else missing,
        lines=[about(part) for part in parts],
        hidden=[("key", part.key) for part in parts],
    )


def _questions(mine: Editing, keys: list[str]) -> list[Field]:
    if not keys:
        return []
    parts = [mine.parts[key] for key in keys]
    return [
        DUE,
        STATUS,
        CATEGORY,
        *(each for name, word in _LISTS.items() for each in _named(parts, name, word)),
        under(mine, parts[0], "Move them under"),
    ]


def _named(parts: list[Part], name: str, word: str) -> list[Field]:
    here = dict.fromkeys(each for part in parts for each in part[name])
    coming = Field(f"{name}-come", f"Add a {word}")
    if not here:
        return [coming]
    hint = f"With a new {word} above, that one takes its place."
    going = Field(f"{name}-go", f"Take out a {word}", "choice", hint, named_options(here))
    return [coming, going]


def _edit(parts: Parts, keys: list[str], form: Form) -> list[Change]:
    changes = [*_set(parts, keys, form), *_moved(parts, keys, form)]
    for name in _LISTS:
        come, go = (
            [text] if (text := form.text(f"{name}-{way}")) else [] for way in ("come", "go")
        )
        if come or go:
            changes += named_on_many(parts, keys, name, come=come, go=go)
    if not changes and not any(form.text(each.name) for each in form.fields):
        raise Refused({"due": "Say what shall change in all of them"})
    return folded(changes)


def _set(parts: Parts, keys: list[str], form: Form) -> list[Change]:
    fields = {name: text for name in ("status", "category") if (text := form.text(name))}
    due = due_of(form.text("due"))
    wanted = {**fields, "due": due} if due else fields
    return set_on_many(parts, keys, wanted) if wanted else []


def _moved(parts: Parts, keys: list[str], form: Form) -> list[Change]:
    return moved_many(parts, keys, owner_chosen(parts, form)) if form.text("under") else []
