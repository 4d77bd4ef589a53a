"""Numbering actions and parts in the order in which they stand, with a look before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.operations.change import Edit
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.renumbering import (
    renumbered_actions,
    renumbered_each,
    renumbered_elements,
    renumbered_levels,
    renumbered_through,
)
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts
from oneplan.website.access import needs
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.pages.editing.affordances import Editing, page_of, plan_to_edit
from oneplan.website.pages.editing.around import about, after, seen_revision, way_to
from oneplan.website.pages.editing.lost import is_lost, part_or_lost, with_it_back
from oneplan.website.pages.editing.shaping import (
    Button,
    ShapePage,
    as_it_stands,
    carried_out,
    shown,
)
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.wording import counted

_LOOK = "look"
_MOST_LISTED = 200
_FOLLOWS = "What points to them follows: the references in other actions change with them."
_WAYS: dict[str, tuple[str, Callable[[Parts, str, str | None], list[Change]]]] = {
    "action": ("Its actions", renumbered_actions),
    "element": ("The parts directly under it", renumbered_elements),
    "through": ("All actions below it, counted through", renumbered_through),
    "each": (
        "All actions below it, in each part from its own first number",
        lambda parts, key, _: renumbered_each(parts, key),
    ),
    "levels": ("All parts below it, level by level", renumbered_levels),
}


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def renumber(request: HttpRequest, member: Member, plan: str, part: str) -> HttpResponse:
    """Numbers the actions, or the parts, below an element in their order."""
    mine = plan_to_edit(member, plan)
    this = part_or_lost(request, mine, part)
    if this is None:
        raise Http404("There is no such part.")
    return _numbered(request, member, mine, this)


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def renumber_plan(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Numbers the parts of the plan, or all its actions, in their order."""
    mine = plan_to_edit(member, plan)
    return _numbered(request, member, mine, mine.parts.plan)


def _numbered(request: HttpRequest, member: Member, mine: Editing, this: Part) -> HttpResponse:
    form = form_of(request, _questions(mine.parts, this))
    edit: Edit = partial(_renumbered, key=this.key, form=form)
    looking = _LOOK in request.POST
    if form.sent and not looking:
        edit = with_it_back(request, mine, this.key, edit)
        seen = seen_revision(request, mine)
        changed = carried_out(member, mine, form, edit, seen, "renumber")
        if changed is not None:
            return after(request, member, mine, changed, words="the numbers", back=this.key)
    now = as_it_stands(member, mine, form)
    there = bool(form.fields[0].options)
    page = ShapePage(
        title="Number them in their order",
        about=about(this),
        back=page_of(now.opened, this.key),
        way=way_to(now, this, "Numbers"),
        seen=now.opened.live.revision,
        buttons=[
            Button("Number them"),
            Button("Show the new numbers", _LOOK, "1", quiet=True),
        ]
        if there
        else [],
        lead=_FOLLOWS if there else "Nothing stands under it that could be numbered.",
        lines=_looked(now.parts, edit, form) if looking and not is_lost(now, this.key) else [],
        part=this.key,
    )
    return shown(request, now, page, form)


def _questions(parts: Parts, this: Part) -> list[Field]:
    own = {each.sort for each in parts.children(this.key)}
    below = {each.sort for each in parts.below(this.key) if each.owner != this.key}
    asked = {
        "action": "action" in own,
        "element": "element" in own,
        "through": "action" in below,
        "each": "action" in below,
        "levels": "element" in below,
    }
    known = tuple(Option(name, _WAYS[name][0]) for name, there in asked.items() if there)
    return [
        Field("what", "What is numbered", "choice", options=known),
        Field("first", "Number of the first", hint="Such as “SA 1.0” or “3”. Empty: as it is now."),
    ]


def _renumbered(parts: Parts, key: str, form: Form) -> list[Change]:
    chosen = form.text("what")
    if chosen not in _WAYS or (chosen == "action" and key == PLAN):
        raise Refused({"what": "Choose what is to be numbered"})
    return _WAYS[chosen][1](parts, key, form.text("first") or None)


def _looked(parts: Parts, edit: Edit, form: Form) -> list[str]:
    """The new numbers, one on each line, and how many pointers follow; nothing where that cannot be said."""
    try:
        changes = list(edit(parts))
    except Refused as refused:
        form.errors |= refused.errors
        return []
    numbers = [line for each in changes for line in _number(parts, each)]
    follow = sum("cross_references" in each.names for each in changes)
    return [
        *numbers[:_MOST_LISTED],
        *([f"and {len(numbers) - _MOST_LISTED} more"] if len(numbers) > _MOST_LISTED else []),
        *([f"What {counted(follow, 'action')} point to follows"] if follow else []),
    ] or ["They are numbered so already."]


def _number(parts: Parts, change: Change) -> Sequence[str]:
    name = "ref" if change.sort == "action" else "code"
    if name not in change.names or not change.before or not change.after:
        return []
    old = change.before[name]
    return [f"{about(parts[change.key])}: {old or 'no number'} becomes {change.after[name]}"]
