"""One part made two: an action, an element, a measure or a statement."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.descent import ActionTie
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.splitting import (
    SplitOff,
    split_action,
    split_element,
    split_text,
)
from oneplan.partnership.plans.parts.part import Part, Parts, Sort
from oneplan.website.access import needs
from oneplan.website.components.choosing import some_of
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.pages.editing.adding_views import key_sent
from oneplan.website.pages.editing.affordances import Editing, page_of, plan_to_edit
from oneplan.website.pages.editing.around import about, after, known_by, seen_revision, way_to
from oneplan.website.pages.editing.lost import part_or_lost, parts_with, with_it_back
from oneplan.website.pages.editing.shaping import (
    Button,
    ShapePage,
    as_it_stands,
    carried_out,
    shown,
)
from oneplan.website.pages.partnership.form_page import getting_or_sending
from oneplan.website.wording import short

_MOST_TICKED = 100
"""So many are ticked more easily than named."""
_BOTH: dict[Sort, str] = {
    "action": "Both keep the dates, leads, partners and places. The first keeps the reference.",
    "element": "The second stands behind the first and is of its kind. It has no number yet.",
    "measure": "What is understood of each is read anew of its sentence.",
    "statement": "Both stay what they are for.",
}


@needs(Permission.EDIT_PLANS)
@never_cache
@getting_or_sending
def split(request: HttpRequest, member: Member, plan: str, part: str) -> HttpResponse:
    """Makes two parts of one."""
    mine = plan_to_edit(member, plan)
    this = part_or_lost(request, mine, part)
    if this is None or this.sort not in _BOTH:
        raise Http404("There is no such page.")
    words = "" if this.sort == "element" else this["text"]
    filled = {"text": words, "second": words}
    form = form_of(request, _questions(parts_with(mine, part), this), filled)
    new = key_sent(request, this.sort)
    if form.sent:
        edit = with_it_back(request, mine, part, partial(_in_two, this=this, form=form, new=new))
        seen, come = seen_revision(request, mine), _descent(mine, this, new)
        changed = carried_out(member, mine, form, edit, seen, "split", come)
        if changed is not None:
            return after(request, member, mine, changed, words="one made two", back=part)
    now = as_it_stands(member, mine, form)
    page = ShapePage(
        title=f"Split this {'part' if this.sort == 'element' else this.sort} in two",
        about=about(this),
        back=page_of(now.opened, part),
        way=way_to(now, this, "Split"),
        seen=now.opened.live.revision,
        buttons=[Button("Split it")],
        hidden=[("key", new)],
        lead=_BOTH[this.sort],
        part=part,
    )
    return shown(request, now, page, form)


def _questions(parts: Parts, this: Part) -> list[Field]:
    if this.sort == "element":
        below = [
            Option(each.key, about(each), also=known_by(each)) for each in parts.children(this.key)
        ]
        ticks = some_of("going", "What goes under the second", below, listed=_MOST_TICKED)
        return [Field("second", "Title of the second", "long"), *([ticks] if below else [])]
    texts = [
        Field("text", "What the first one says", "long"),
        Field("second", "What the second one says", "long"),
    ]
    return texts + _ticks(parts, this) if this.sort == "action" else texts


def _ticks(parts: Parts, action: Part) -> list[Field]:
    measures = parts.children(action.key, "measure")
    ticks = (
        ("steps", "Steps of the second", _numbered(action["steps"])),
        ("funding", "Money of the second", _numbered(action["funding"])),
        (
            "measures",
            "Measures of the second",
            tuple(Option(each.key, short(each["text"], 20)) for each in measures),
        ),
    )
    return [Field(name, label, "ticks", options=known) for name, label, known in ticks if known]


def _numbered(items: Iterable[dict[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(str(place), short(each["text"], 20)) for place, each in enumerate(items))


def _descent(mine: Editing, this: Part, new: str) -> list[Tie]:
    """That the second action comes from the one that is split; of other parts nothing is said."""
    if this.sort != "action" or new in mine.parts:
        return []
    return [Tie(new, mine.opened.name, this.key, ActionTie.SPLIT_FROM)]


def _in_two(parts: Parts, this: Part, form: Form, new: str) -> list[Change]:
    if this.key not in parts or new in parts:
        return []
    if this.sort == "element":
        return split_element(parts, this.key, form.text("second"), form.texts("going"), new_key=new)
    if this.sort != "action":
        return split_text(parts, this.key, form.text("text"), form.text("second"), new_key=new)
    off = SplitOff(
        text=form.text("second"),
        steps=form.numbers("steps"),
        funding=form.numbers("funding"),
        measures=form.texts("measures"),
    )
    return split_action(parts, this.key, form.text("text"), off, new_key=new)
