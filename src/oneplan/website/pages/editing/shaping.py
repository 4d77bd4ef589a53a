"""The page that every form about a part as a whole is shown on, and the way from it to the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.operations.change import (
    Changed,
    Edit,
    change_plan,
    change_with_descent,
)
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.parts.conflicts import Conflict
from oneplan.partnership.plans.parts.part import PLAN, Part
from oneplan.partnership.plans.queries.history import history
from oneplan.vocabulary.lists import listed
from oneplan.website.components.choosing import page_of_form
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.deed_words import Touched, deed_words
from oneplan.website.components.fields import Form
from oneplan.website.pages.editing.affordances import Editing, page_of, plan_to_edit
from oneplan.website.pages.editing.around import about, way_to
from oneplan.website.pages.editing.lost import (
    RESTORING,
    Heirs,
    is_lost,
    may_bring_back,
    what_became_of,
    whose_now,
)

_OTHERS = (
    "Somebody has changed this since you opened the page, so nothing was done. "
    "It is shown as it is now: look again, and send it again if it is still right"
)
_MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a form and what it sends; ``to`` is where, if not to the page that it stands on."""

    label: str
    name: str = ""
    value: str = ""
    quiet: bool = False
    to: str = ""


@dataclass(slots=True)
class ShapePage:
    """What stands around a form: ``lines`` say what will come of it, ``hidden`` is sent along.

    ``part`` is the key of the part that it is about; where that is gone, ``heirs`` gives the address of the
    same form about the part that took over what it had.
    """

    title: str
    about: str
    back: str
    way: list[Crumb]
    seen: int
    buttons: list[Button]
    lead: str = ""
    lines: list[str] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    understands: bool = False
    understood: list[tuple[str, str]] = field(default_factory=list)
    part: str = PLAN
    heirs: Heirs | None = None


def shown(request: HttpRequest, mine: Editing, page: ShapePage, form: Form) -> HttpResponse:
    """The page with the form as it stands; 422 where something is wrong with what was sent.

    Where what it is about was taken out of the plan, the page says so, keeps what was typed, and offers
    what can be done (409).
    """
    status = 0
    if is_lost(mine, page.part):
        page, status = _of_a_lost_part(mine, page, form), 409
    context = {"plan": mine.opened, "page": page}
    return page_of_form(request, "pages/editing/shape.html", context, form, status)


def _of_a_lost_part(mine: Editing, page: ShapePage, form: Form) -> ShapePage:
    fate, words = what_became_of(mine, page.part)
    heir = fate.heir if fate else None
    if isinstance(form.result, Changed):
        form.errors = {}
    buttons = []
    if heir is not None and page.heirs is not None:
        buttons = [Button(f"Put it into “{about(heir)}”", "beside", "1", to=page.heirs(heir))]
    if may_bring_back(mine, page.part):
        buttons.append(Button("Bring it back with what you wrote", *RESTORING))
    return replace(
        page,
        title="This was made one with another while you were writing"
        if heir
        else "This was removed while you were writing",
        lead=f"{words} Nothing of yours is saved yet.",
        lines=[] if buttons else _written(form),
        buttons=buttons,
        back=page_of(mine.opened, heir.key if heir else PLAN),
    )


def not_theirs(
    request: HttpRequest, mine: Editing, part: Part, form: Form, title: str
) -> HttpResponse:
    """What a lead officer typed about an action that another agency leads by now: told, and kept (409)."""
    page = ShapePage(
        title="This is led by somebody else now",
        about=about(part),
        back=page_of(mine.opened, part.key),
        way=way_to(mine, part, title),
        seen=mine.opened.live.revision,
        buttons=[],
        lead=f"{whose_now(mine, part)} Nothing of yours is saved; what you wrote:",
        lines=_written(form),
    )
    context = {"plan": mine.opened, "page": page, "form": form}
    return render(request, "pages/editing/shape.html", context, status=409)


def _written(form: Form) -> list[str]:
    """What was typed, where there is nothing to send it with."""
    given = ((each, form.text(each.name)) for each in form.fields)
    return [f"{each.label}: “{each.called(text)}”" for each, text in given if text]


def carried_out(
    member: Member,
    mine: Editing,
    form: Form,
    edit: Edit,
    seen: int,
    operation: str = "edit",
    come: Sequence[Tie] = (),
) -> Changed | None:
    """What came of an edit; None where it could not be made, which the form then says.

    ``come`` says which actions come from which by it.
    """
    change = partial(change_with_descent, come=come) if come else change_plan
    done = form.done(
        partial(change, operation=operation),
        plan=mine.opened.name,
        edit=edit,
        seen=seen,
        by=member,
        at=timezone.now(),
    )
    first = next((each.name for each in form.fields), "main")
    if not done:
        names = {each.name for each in form.fields}
        form.errors = {
            name if name in names else first: error for name, error in form.errors.items()
        }
        return None
    changed: Changed = form.result
    if changed.conflicts:
        form.errors[first] = _OTHERS + _meanwhile(member, mine, changed.conflicts, seen)
        return None
    return changed


def as_it_stands(member: Member, mine: Editing, form: Form) -> Editing:
    """The plan to show beside a form that could not be carried out: as it stands now."""
    return plan_to_edit(member, mine.opened.name) if form.errors else mine


def _meanwhile(member: Member, mine: Editing, conflicts: Iterable[Conflict], seen: int) -> str:
    """What others have done since to the parts that an edit was about, in words."""
    now = plan_to_edit(member, mine.opened.name)
    keys = {each.key for each in conflicts}
    told: list[str] = []
    for done in history(now.opened.live).done:
        if done.revision <= seen or len(told) == _MOST_TOLD:
            break
        touched = [
            Touched(
                each.sort, each.label, each.change.before is not None, each.change.after is not None
            )
            for each in done.told
            if each.change and each.key in keys
        ]
        if touched:
            told.append(f"{done.who} {_within(deed_words(done.operation, touched))}")
    return f": {listed(told)}" if told else ""


def _within(sentence: str) -> str:
    """A sentence as it goes on within another."""
    return sentence[:1].lower() + sentence[1:]
