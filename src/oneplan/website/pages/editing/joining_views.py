"""Two parts made one."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.descent import ActionTie
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.merging import (
    Merger,
    merged_actions,
    merged_elements,
    merged_texts,
)
from oneplan.partnership.plans.parts.part import Part, Parts, Sort
from oneplan.partnership.plans.queries.fates import MERGE
from oneplan.website.access import needs
from oneplan.website.components.changes import name_of
from oneplan.website.components.choosing import BY_NUMBER_OR_WORDS, one_of
from oneplan.website.components.events import said
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.pages.editing.affordances import Editing, page_of, plan_to_edit
from oneplan.website.pages.editing.around import about, after, known_by, seen_revision, way_to
from oneplan.website.pages.editing.lost import (
    is_lost,
    part_or_lost,
    what_became_of,
    with_it_back,
)
from oneplan.website.pages.editing.shaping import (
    Button,
    ShapePage,
    as_it_stands,
    carried_out,
    shown,
)
from oneplan.website.pages.partnership.form_page import getting_or_sending

_LOOK = "look"
_LEADS: dict[Sort, str] = {
    "action": "This one stays and takes over what the other has: its names, money, steps and measures.",
    "element": "This one stays, and all that stands under the other comes under it.",
    "measure": "This one stays. What is understood of it is read anew of its sentence.",
    "statement": "This one stays, with the words of both.",
}
_TEXT = {
    "action": "What will be done",
    "measure": "The measure, as a sentence",
    "statement": "What it says",
}


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def merge(request: HttpRequest, member: Member, plan: str, part: str) -> HttpResponse:
    """Merges another part of its sort into this; what is lost by it is listed first."""
    mine, this = _part(request, member, plan, part)
    form = form_of(request, _other(mine, this))
    looking = not form.sent or _LOOK in request.POST
    asked = form.sent and not form.errors and not is_lost(mine, part)
    merger = _merger(mine, this, form) if asked else None
    if not looking and not form.errors:
        edit = with_it_back(request, mine, part, partial(_merged, this=this, form=form))
        seen = seen_revision(request, mine)
        come = _descent(mine, this, form)
        changed = carried_out(member, mine, form, edit, seen, MERGE, come)
        if changed is not None:
            return after(request, member, mine, changed, words="two made one", back=part)
    now = as_it_stands(member, mine, form)
    page = ShapePage(
        title="Merge another into this one",
        about=about(this),
        back=page_of(now.opened, part),
        way=way_to(now, this, "Merge"),
        seen=now.opened.live.revision,
        buttons=[
            Button("Show what would be lost", _LOOK, "1", quiet=True),
            Button("Merge them"),
        ],
        lead=_LEADS[this.sort],
        lines=_lost(merger) if merger and looking else [],
        part=part,
    )
    return shown(request, now, page, form)


def _part(request: HttpRequest, member: Member, plan: str, key: str) -> tuple[Editing, Part]:
    mine = plan_to_edit(member, plan)
    part = part_or_lost(request, mine, key)
    if part is None or part.sort not in _LEADS:
        raise Http404("There is no such part.")
    return mine, part


def _other(mine: Editing, this: Part) -> list[Field]:
    above: set[str] = set()
    if not is_lost(mine, this.key):
        above = {each.key for each in mine.parts.above(this.key)}
    others = tuple(
        Option(each.key, about(each), note=_above(mine, each), also=known_by(each))
        for each in mine.parts.of_sort(this.sort)
        if each.key != this.key and each.key not in above
    )
    question = one_of("other", "The other one, which goes", others, how=BY_NUMBER_OR_WORDS)
    if this.sort not in _TEXT:
        return [question]
    hint = "Empty: both texts, one after the other."
    return [question, Field("text", _TEXT[this.sort], "long", hint=hint)]


def _above(mine: Editing, part: Part) -> str:
    """What stands above a part, which tells it from another of the same words."""
    owner = mine.parts.get(part.owner)
    return about(owner) if owner and owner.key else ""


def _merger(mine: Editing, this: Part, form: Form) -> Merger | None:
    other = form.text("other")
    if other and is_lost(mine, other):
        form.errors["other"] = what_became_of(mine, other)[1]
        return None
    try:
        return _made_one(mine.parts, this, form)
    except Refused as refused:
        form.errors |= refused.errors
        return None


def _made_one(parts: Parts, this: Part, form: Form) -> Merger:
    other = parts.get(form.text("other"))
    if other is None or other.sort != this.sort or this.key not in parts:
        raise Refused({"other": "Choose the other one"})
    try:
        if this.sort == "action":
            return merged_actions(parts, this.key, other.key, form.text("text") or None)
        if this.sort == "element":
            return merged_elements(parts, this.key, other.key)
        return merged_texts(parts, this.key, other.key, form.text("text") or None)
    except Refused as refused:
        raise Refused({"other": refused.errors["gone"]}) from refused


def _merged(parts: Parts, this: Part, form: Form) -> list[Change]:
    return list(_made_one(parts, this, form).changes)


def _descent(mine: Editing, this: Part, form: Form) -> list[Tie]:
    """That an action comes from the one that is merged into it; of other parts nothing is said."""
    if this.sort != "action":
        return []
    return [Tie(this.key, mine.opened.name, form.text("other"), ActionTie.MERGED_FROM)]


def _lost(merger: Merger) -> list[str]:
    if not merger.lost:
        return ["Nothing would be lost."]
    return [f"Lost: {name_of(each.name).lower()} “{said(each.value)}”" for each in merger.lost]
