"""Where a part stands, and whether it stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.document import may_hang_on
from oneplan.partnership.plans.parts.editing.moving import lowered, moved, raised
from oneplan.partnership.plans.parts.editing.tree import removed
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts
from oneplan.vocabulary.lists import listed
from oneplan.website.access import needs
from oneplan.website.components.choosing import BY_NUMBER_OR_WORDS, one_of
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.pages.editing.affordances import Editing, must, page_of, plan_to_edit
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
from oneplan.website.wording import counted, sentence

ITSELF = "-"
"""In a choice of places: directly in the plan."""
_MOST_PLACES = 60
"""So many are listed in their order, which says more than their names."""
_STEPS: dict[str, Callable[[Parts, str], list[Change]]] = {"up": raised, "down": lowered}


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def move(request: HttpRequest, member: Member, plan: str, part: str) -> HttpResponse:
    """Moves a part up, down, or under another."""
    mine, this = _part(request, member, plan, part)
    questions = [under(mine, this), _behind(mine, this)]
    form = form_of(request, questions, {"under": this.owner or ITSELF})
    if form.sent:
        step = _STEPS.get(request.POST.get("by", ""))
        edit = with_it_back(
            request,
            mine,
            part,
            partial(_stepped, key=part, step=step)
            if step
            else partial(_under, key=part, form=form),
        )
        seen = seen_revision(request, mine)
        changed = carried_out(member, mine, form, edit, seen, "move")
        if changed is not None:
            return after(request, member, mine, changed, words="where it stands", back=part)
    now = as_it_stands(member, mine, form)
    page = ShapePage(
        title="Move it",
        about=about(this),
        back=page_of(now.opened, part),
        way=way_to(now, this, "Move it"),
        seen=now.opened.live.revision,
        buttons=[
            Button("Put it there"),
            *_up_and_down(now, now.parts.get(part) or this),
        ],
        lead="What hangs below it goes with it.",
        part=part,
    )
    return shown(request, now, page, form)


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def remove(request: HttpRequest, member: Member, plan: str, part: str) -> HttpResponse:
    """Takes a part out of the plan with all that hangs below it."""
    return _removed(request, member, plan, part)


@needs(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
@never_cache
@getting_or_sending
def remove_measure(request: HttpRequest, member: Member, plan: str, measure: str) -> HttpResponse:
    """Takes a measure out of the plan."""
    return _removed(request, member, plan, measure)


def _removed(request: HttpRequest, member: Member, plan: str, key: str) -> HttpResponse:
    mine, this = _part(request, member, plan, key)
    must(mine.may_shape(this))
    form = form_of(request, [])
    if is_lost(mine, key):
        messages.success(request, f"Nothing was changed. {what_became_of(mine, key)[1]}")
        return redirect(page_of(mine.opened, this.owner))
    if form.sent:
        seen = seen_revision(request, mine)
        changed = carried_out(member, mine, form, partial(_without, key=key), seen)
        if changed is not None:
            words = f"“{about(this)}” removed"
            return after(request, member, mine, changed, words=words, back=this.owner)
    now = as_it_stands(member, mine, form)
    page = ShapePage(
        title="Remove it from the plan",
        about=about(this),
        back=page_of(now.opened, key),
        way=way_to(now, this, "Remove it"),
        seen=now.opened.live.revision,
        buttons=[Button("Remove it")],
        lead=_what_goes(now.parts, key)
        + "It stays in the history, and can be brought back from there.",
    )
    return shown(request, now, page, form)


def _part(request: HttpRequest, member: Member, plan: str, key: str) -> tuple[Editing, Part]:
    mine = plan_to_edit(member, plan)
    part = part_or_lost(request, mine, key)
    if part is None or key == PLAN:
        raise Http404("There is no such part.")
    return mine, part


def under(mine: Editing, this: Part, label: str = "Under") -> Field:
    """The parts under which a part may stand, as a choice."""
    itself = {this.key, *(each.key for each in mine.parts.below(this.key))}
    options = [
        Option(
            each.key or ITSELF,
            about(each) if each.key else "Directly in the plan",
            also=known_by(each),
        )
        for each in mine.parts
        if may_hang_on(this.sort, each.sort) and each.key not in itself
    ]
    return one_of("under", label, options, listed=_MOST_PLACES, how=BY_NUMBER_OR_WORDS)


def _behind(mine: Editing, this: Part) -> Field:
    """The parts of its sort, one of which it may follow."""
    itself = {this.key, *(each.key for each in mine.parts.below(this.key))}
    options = [
        Option(each.key, about(each), also=known_by(each))
        for each in mine.parts
        if each.sort == this.sort and each.key not in itself
    ]
    hint = "Leave it empty to put it last."
    return one_of(
        "behind", "Right behind", options, hint, listed=_MOST_PLACES, how=BY_NUMBER_OR_WORDS
    )


def owner_chosen(parts: Parts, form: Form) -> str:
    """The key of the part under which something is to stand.

    Raises:
        Refused: none was chosen, or it is gone.
    """
    chosen = form.text("under")
    owner = PLAN if chosen == ITSELF else chosen
    if not chosen or owner not in parts:
        raise Refused({"under": "Choose what it shall stand under"})
    return owner


def _under(parts: Parts, key: str, form: Form) -> list[Change]:
    if key not in parts:
        return []
    owner, behind = owner_chosen(parts, form), form.text("behind")
    if not behind:
        return moved(parts, key, owner)
    other = parts.get(behind)
    if other is None or other.sort != parts[key].sort:
        raise Refused({"behind": "Choose another one: this is not in the plan any more"})
    if owner not in (parts[key].owner, other.owner):
        raise Refused({"behind": "Choose one that stands there, or leave it empty"})
    return moved(parts, key, other.owner, behind)


def _stepped(parts: Parts, key: str, step: Callable[[Parts, str], list[Change]]) -> list[Change]:
    return step(parts, key) if key in parts else []


def _without(parts: Parts, key: str) -> list[Change]:
    return removed(parts, key) if key in parts else []


def _up_and_down(mine: Editing, this: Part) -> list[Button]:
    siblings = [each.key for each in mine.parts.children(this.owner, this.sort)]
    if this.key not in siblings:
        return []
    place = siblings.index(this.key)
    up = [Button("Move up", "by", "up", quiet=True)] if place else []
    down = [Button("Move down", "by", "down", quiet=True)] if place + 1 < len(siblings) else []
    return [*up, *down]


def _what_goes(parts: Parts, key: str) -> str:
    """A sentence on what hangs below the part; empty where nothing does."""
    counts = Counter(each.sort for each in parts.below(key))
    names = {"element": ("part", "parts"), "body": ("body", "bodies")}
    below = [counted(number, *names.get(sort, (sort,))) for sort, number in counts.items()]
    goes = "goes" if sum(counts.values()) == 1 else "go"
    return f"{sentence(listed(below))} below it {goes} too. " if below else ""
