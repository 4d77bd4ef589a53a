"""What stands around every form of a live plan: what it is about, the way to it, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from oneplan.partnership.partners.access import Member
from oneplan.partnership.plans.operations.change import Changed
from oneplan.partnership.plans.parts.part import PLAN, Part
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.pages.editing.affordances import Editing, page_of
from oneplan.website.pages.editing.outcome import tell
from oneplan.website.wording import short


def seen_revision(request: HttpRequest, mine: Editing) -> int:
    """The revision of the plan that the visitor saw: what the form says, else the present one.

    A form that does not say so, or says what never was, was not ours: it is not there.
    """
    if request.method != "POST":
        return mine.opened.live.revision
    given = request.POST.get("seen", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 16 else 0


def after(
    request: HttpRequest, member: Member, mine: Editing, changed: Changed, *, words: str, back: str
) -> HttpResponse:
    """Back to the page of a part, where it is said what came of the edit."""
    if not changed.changes:
        messages.success(request, "Nothing was changed: it says that already.")
        return redirect(page_of(mine.opened, back))
    opened = tell(request, mine.opened, changed, words=f"Saved: {words}", back=back, member=member)
    return redirect(page_of(opened, back))


def known_by(part: Part) -> tuple[str, ...]:
    """The reference or the code by which a part is known besides its words."""
    number = part.fields.get("ref") or part.fields.get("code")
    return (number,) if number else ()


def about(part: Part) -> str:
    """What a form is about, in a few words: the reference and the first words of the part."""
    fields = part.fields
    number = fields.get("ref") or fields.get("code") or ""
    words = next((fields[name] for name in ("title", "text", "term", "name") if name in fields), "")
    return f"{number} {short(words, 14)}".strip()


def way_to(mine: Editing, part: Part, here: str) -> list[Crumb]:
    """The way to a form about a part: the plan, the parts above, the part, and what the form does."""
    opened = mine.opened
    above = _above(mine, part)
    placed = tuple(opened.elements[key].element for key in above if key in opened.elements)
    way = crumbs(opened, placed)
    action = next((mine.parts[key] for key in above if key in opened.actions), None)
    if action is not None:
        name = action["ref"] or short(action["text"], 6)
        way.append(Crumb(name, page_of(opened, action.key)))
    return [*way, Crumb(here)]


def _above(mine: Editing, part: Part) -> Iterable[str]:
    if part.key == PLAN or part.key not in mine.parts:
        return ()
    return (*(each.key for each in mine.parts.above(part.key)), part.key)
