"""Where somebody else was faster: both texts, what differs between them, and the choice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest

from oneplan.partnership.plans.operations.change import Changed
from oneplan.partnership.plans.parts.part import Part
from oneplan.partnership.plans.queries.history import Done, history
from oneplan.website.components.crumbs import Crumb
from oneplan.website.components.fields import Field, Form
from oneplan.website.components.word_difference import BothTexts, both_texts
from oneplan.website.pages.editing.affordances import Editing, page_of
from oneplan.website.pages.editing.sheets.sheet import Sheet

_THEIRS, _MINE, _OWN = "theirs", "mine", "own"
_BY = {
    "go back": "went back to an earlier state",
    "merge": "merged another one into this",
    "renumber": "numbered it anew",
    "second import": "brought in a newer document",
    "split": "split it in two",
    "spreadsheet": "brought a sheet back",
    "undo": "took a change back",
}
"""What was done, where it was more than an edit of this."""
_CHOOSE = "Choose which of the texts it shall be"


@dataclass(frozen=True, slots=True)
class Clash:
    """A question that two people have answered differently."""

    question: Field
    texts: BothTexts
    mine: str
    own: str
    chosen: str
    empty: bool


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """The whole page; ``who`` did it is None where unknown, ``did`` says what."""

    title: str
    sheet: str
    who: Done | None
    did: str
    clashes: list[Clash]
    kept: list[tuple[str, str]]
    seen: int
    way: list[Crumb]
    back: str


def settled(request: HttpRequest, form: Form, sheet: Sheet, part: Part) -> None:
    """Puts into a form what was chosen where two texts stood side by side; says what was not chosen."""
    shown = sheet.shown(part)
    for name in request.POST.getlist("clash"):
        if name not in {each.name for each in form.fields}:
            continue
        choice = request.POST.get(f"choice-{name}")
        if choice == _THEIRS:
            form.values[name] = [shown.get(name, "")]
        elif choice == _OWN:
            form.values[name] = [request.POST.get(f"own-{name}", "")]
        elif choice != _MINE:
            form.errors[f"choice-{name}"] = _CHOOSE


def conflict_page(
    request: HttpRequest, mine: Editing, key: str, sheet: Sheet, form: Form
) -> ConflictPage:
    """The page on which a person chooses between what they typed and what it says now."""
    part = mine.parts[key]
    shown = sheet.shown(part)
    _make_one(form, sheet, part)
    who = _who(mine, key, sheet)
    asked = set(request.POST.getlist("clash")) if form.errors else set()
    clashes = [
        _clash(request, each, shown.get(each.name, ""), form)
        for each in form.fields
        if each.name in asked or not _same(shown.get(each.name, ""), form.text(each.name))
    ]  # fmt: skip
    here = {each.question.name for each in clashes}
    return ConflictPage(
        title=_title(clashes),
        sheet=sheet.title,
        who=who,
        did=_did(who, sheet),
        clashes=clashes,
        kept=[(each.name, form.text(each.name)) for each in form.fields if each.name not in here],
        seen=mine.opened.live.revision,
        way=[Crumb(mine.opened.short_title, mine.opened.url("plan")), Crumb("Two texts")],
        back=page_of(mine.opened, key),
    )


def _make_one(form: Form, sheet: Sheet, part: Part) -> None:
    """Puts into a form about a list what others have made of the items that are not in conflict."""
    if not isinstance(form.result, Changed):
        return
    for each in form.result.conflicts:
        if each.key == part.key and sheet.writes == {each.name} and isinstance(each.mine, list):
            shown = sheet.shown(replace(part, fields={**part.fields, each.name: each.mine}))
            form.values |= {name: [text] for name, text in shown.items()}


def _did(who: Done | None, sheet: Sheet) -> str:
    """What somebody did, as it goes on after their name."""
    by = _BY.get(who.operation, "") if who else ""
    return f"{by} and with that changed {sheet.title}" if by else f"changed {sheet.title}"


def _title(clashes: list[Clash]) -> str:
    return "Somebody changed this while you were writing" if clashes else "The part has changed"


def _clash(request: HttpRequest, question: Field, theirs: str, form: Form) -> Clash:
    typed = (form.values.get(question.name) or [""])[0].strip()
    return Clash(
        question=question,
        texts=both_texts(question.called(theirs), question.called(typed)),
        mine=typed,
        own=request.POST.get(f"own-{question.name}", typed),
        chosen=request.POST.get(f"choice-{question.name}", ""),
        empty=not theirs,
    )


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _who(mine: Editing, key: str, sheet: Sheet) -> Done | None:
    """The last who changed what the form is about."""
    for done in history(mine.opened.live, part=key, most=20).done:
        for told in done.told:
            change = told.change
            if told.key == key and change and sheet.writes & {*change.names}:
                return done
    return None
