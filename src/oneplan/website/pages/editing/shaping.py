"""The page that every form about a part as a whole is shown on, and the way from it to the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.operations.change import Changed, change_plan
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.conflicts import Conflict
from oneplan.partnership.plans.parts.part import Parts
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Form
from oneplan.website.pages.editing.affordances import Editing, plan_to_edit

_OTHERS = (
    "Somebody has changed this since you opened the page, so nothing was done. "
    "It is shown as it is now: look again, and send it again if it is still right"
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a form and what it sends."""

    label: str
    name: str = ""
    value: str = ""
    quiet: bool = False


@dataclass(slots=True)
class ShapePage:
    """What stands around a form: ``lines`` say what will come of it, ``hidden`` is sent along."""

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


def shown(request: HttpRequest, mine: Editing, page: ShapePage, form: Form) -> HttpResponse:
    """The page with the form as it stands; 422 where something is wrong with what was sent."""
    context = {"plan": mine.opened, "page": page, "form": form}
    status = 422 if form.errors else 200
    return render(request, "pages/editing/shape.html", context, status=status)


def carried_out(
    member: Member,
    mine: Editing,
    form: Form,
    edit: Callable[[Parts], Iterable[Change]],
    seen: int,
) -> Changed | None:
    """What came of an edit; None where it could not be made, which the form then says."""
    done = form.done(
        change_plan, plan=mine.opened.name, edit=edit, seen=seen, by=member, at=timezone.now()
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
        form.errors[first] = _OTHERS + _which(mine, changed.conflicts)
        return None
    return changed


def as_it_stands(member: Member, mine: Editing, form: Form) -> Editing:
    """The plan to show beside a form that could not be carried out: as it stands now."""
    return plan_to_edit(member, mine.opened.name) if form.errors else mine


def _which(mine: Editing, conflicts: Iterable[Conflict]) -> str:
    parts = [mine.parts.get(each.key) for each in conflicts]
    named = [part.fields.get("ref") or part.fields.get("code") for part in parts if part]
    told = list(dict.fromkeys(str(each) for each in named if each))[:5]
    return f" ({', '.join(told)})" if told else ""


def chosen_of(form: Form, name: str, known: Iterable[Any], error: str) -> str:
    """What was chosen of what there is; what is not among it is wrong."""
    chosen = form.text(name)
    if chosen not in set(known):
        form.errors[name] = error
    return chosen
