"""Adding an element, an action, a measure, a statement, a term, a place or a body."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.document import may_hang_on
from oneplan.partnership.plans.parts.editing.tree import FIRST, added
from oneplan.partnership.plans.parts.keys import LONGEST_KEY, fresh_key
from oneplan.partnership.plans.parts.part import PLAN, Part, Parts, Sort
from oneplan.partnership.plans.parts.shapes import ABSENT, SHAPES
from oneplan.website.access import needs
from oneplan.website.components.choosing import one_of
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.components.own_script import with_own_script
from oneplan.website.pages.editing.affordances import Editing, must, page_of, plan_to_edit
from oneplan.website.pages.editing.around import about, after, known_by, seen_revision, way_to
from oneplan.website.pages.editing.lost import part_or_lost, parts_seen, with_it_back
from oneplan.website.pages.editing.shaping import (
    Button,
    ShapePage,
    as_it_stands,
    carried_out,
    not_theirs,
    shown,
)
from oneplan.website.pages.editing.sheets.all_sheets import SHEETS
from oneplan.website.pages.editing.understanding import (
    asks_how_it_is_understood,
    fragment,
    understood,
)
from oneplan.website.pages.partnership.form_page import getting_or_sending

_ASKED: dict[Sort, tuple[str, ...]] = {
    "element": ("title", "level"),
    "statement": ("text",),
    "action": ("text", "ref", "due", "leads"),
    "measure": ("text",),
    "term": ("term",),
    "place": ("name",),
    "body": ("name", "aliases"),
}
NAMES: dict[Sort, str] = {
    "element": "a part",
    "statement": "a statement",
    "action": "an action",
    "measure": "a measure",
    "term": "a term",
    "place": "a place",
    "body": "a body",
}
_BEHIND = "Type “First”, or the number or some words of the one that it comes after."
_IN_ORDER = frozenset({"element", "action"})


@needs(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
@never_cache
@with_own_script
@getting_or_sending
def add(request: HttpRequest, member: Member, plan: str, part: str, sort: str) -> HttpResponse:
    """Adds something below a part."""
    mine = plan_to_edit(member, plan)
    owner = part_or_lost(request, mine, part)
    if owner is None:
        raise Http404("There is no such part.")
    return _added(request, member, mine, owner, sort)


@needs(Permission.EDIT_PLANS)
@never_cache
@with_own_script
@getting_or_sending
def add_to_plan(request: HttpRequest, member: Member, plan: str, sort: str) -> HttpResponse:
    """Adds something to the plan itself."""
    mine = plan_to_edit(member, plan)
    return _added(request, member, mine, mine.parts.plan, sort)


def _added(
    request: HttpRequest, member: Member, mine: Editing, owner: Part, name: str
) -> HttpResponse:
    sort = next((each for each in _ASKED if each == name), None)
    if sort is None or not may_hang_on(sort, owner.sort):
        raise Http404("There is no such page.")
    blank = _blank(sort, owner.key)
    form = form_of(request, _questions(mine, blank), {"after": _last(mine, blank)})
    seen = seen_revision(request, mine)
    then = parts_seen(mine, seen).get(owner.key) if form.sent else None
    if not _may_add(mine, owner, sort):
        must(then is not None and _may_add(mine, then, sort))
        return not_theirs(request, mine, owner, form, f"Add {NAMES[sort]}")
    sheet = SHEETS[sort][_ASKED[sort][0]]
    said: list[tuple[str, str]] = []
    if asks_how_it_is_understood(request):
        said = understood(sheet, form, blank)
        alone = fragment(request, said)
        if alone is not None:
            return alone
    elif form.sent:
        key = key_sent(request, sort)
        edit = with_it_back(request, mine, owner.key, lambda parts: _edit(parts, blank, key, form))
        changed = carried_out(member, mine, form, edit, seen)
        if changed is not None:
            back = key if sort in _IN_ORDER and changed.changes else owner.key
            return after(request, member, mine, changed, words=f"{NAMES[sort]} added", back=back)
    now = as_it_stands(member, mine, form)
    page = ShapePage(
        title=f"Add {NAMES[sort]}",
        about=about(owner),
        back=page_of(now.opened, owner.key),
        way=way_to(now, owner, f"Add {NAMES[sort]}"),
        seen=now.opened.live.revision,
        buttons=[Button("Add it")],
        hidden=[("key", key_sent(request, sort))],
        understands=sheet.understood is not None,
        understood=said,
        part=owner.key,
        heirs=lambda heir: _add_url(now, heir, sort),
    )
    return shown(request, now, page, form)


def _blank(sort: Sort, owner: str) -> Part:
    """A part that says nothing yet."""
    fields = {name: ABSENT[sort].get(name, "") for name in SHAPES[sort].fields}
    return Part(sort, "new", owner, 0.0, fields)


def _questions(mine: Editing, blank: Part) -> list[Field]:
    sheets = [SHEETS[blank.sort][name] for name in _ASKED[blank.sort]]
    questions = [each for sheet in sheets for each in sheet.questions(blank)]
    siblings = mine.parts.children(blank.owner, blank.sort)
    if blank.sort not in _IN_ORDER or not siblings:
        return questions
    behind = [
        Option(each.key, f"After {about(each)}", also=(about(each), *known_by(each)))
        for each in siblings
    ]
    places = [Option(FIRST, "First"), *behind]
    return [*questions, one_of("after", "Where", places, how=_BEHIND)]


def _last(mine: Editing, blank: Part) -> str:
    siblings = mine.parts.children(blank.owner, blank.sort)
    return siblings[-1].key if siblings else ""


def _edit(parts: Parts, blank: Part, key: str, form: Form) -> list[Change]:
    kept = dict(blank.fields)
    for name in _ASKED[blank.sort]:
        kept |= SHEETS[blank.sort][name].read(form, blank)
    if form.errors:
        raise Refused(form.errors)
    place = form.text("after") or None
    return added(parts, blank.sort, blank.owner, kept, after=place, key=key)


def key_sent(request: HttpRequest, sort: Sort) -> str:
    """The key of the part that a form adds: a form that is sent twice adds one."""
    given = request.POST.get("key", "")
    ours = given.startswith(f"{sort}-") and given.replace("-", "").isalnum() and given.isascii()
    return given if ours and len(given) <= LONGEST_KEY else fresh_key(sort)


def _may_add(mine: Editing, owner: Part, sort: Sort) -> bool:
    return mine.whole or (sort == "measure" and mine.may_measure(owner))


def may_be_added(mine: Editing, owner: Part) -> list[tuple[str, str]]:
    """What the member may add below a part: each form's address and the words of its link."""
    return [
        (_add_url(mine, owner, sort), f"Add {name}")
        for sort, name in NAMES.items()
        if may_hang_on(sort, owner.sort) and _may_add(mine, owner, sort)
    ]


def _add_url(mine: Editing, owner: Part, sort: str) -> str:
    if owner.key == PLAN:
        return mine.opened.url("add-to-plan", sort=sort)
    return mine.opened.url("add", part=owner.key, sort=sort)
