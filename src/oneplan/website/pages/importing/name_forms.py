"""The form that says what one name means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from oneplan.partnership.partners.naming.meanings import Known, Meanings
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.naming.settling import NameGroup, State, sort_of_new
from oneplan.partnership.partners.operations.settling import Choice, New
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.website.components.fields import Option
from oneplan.website.pages.importing.name_rows import (
    AS,
    NEW,
    SORT_NAMES,
    meant_at_once,
    sent_for,
)
from oneplan.website.pages.partnership.addresses import LISTS

OTHER = "other"
_NOT_CHOSEN = "Choose what the name means"
_OTHER_BY_NOW = "Other spellings are taken for this name by now. Look at them, then settle it"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something that a name may mean: what is sent for it, what it is called, and why it is offered."""

    value: str
    name: str
    why: str = ""


@dataclass(slots=True)
class NameForm:
    """The form as it stands: what may be chosen, what was, and what is wrong with that."""

    meanings: list[Meaning]
    others: dict[str, list[Option]]
    sorts: list[Option]
    sent: bool
    texts: list[str]
    means: str
    other: str
    sort: str
    name: str
    errors: dict[str, str] = field(default_factory=dict)
    batch: str = ""

    def choices(self, group: NameGroup) -> list[Choice]:
        """What was chosen, for each spelling that was ticked; none where something is wrong."""
        means = None if self.errors else self._meant(group)
        if means is None:
            return []
        if not self.texts:
            self.errors["text"] = "Tick at least one spelling"
        return [Choice(group.kind, text, means) for text in self.texts]

    def done(self, operation: Callable[..., str], **given: Any) -> bool:
        """Settles it; what is refused is an error at its field."""
        try:
            self.batch = operation(**given)
        except Refused as refused:
            self.errors |= refused.errors
        except NotThere:
            self.errors["means"] = "That is not here any more. Choose something else"
        return not self.errors

    def _meant(self, group: NameGroup) -> Thing | New | None:
        if self.means == NEW:
            return New(Sort(self.sort), self.name or _as_new(group).name)
        if self.means.startswith(AS):
            names = [text for text, _ in group.near]
            if self.means.removeprefix(AS) in names:
                return New(group.sort, self.means.removeprefix(AS))
        thing = _thing(self.other if self.means == OTHER else self.means)
        if thing is None:
            field = OTHER if self.means == OTHER else "means"
            self.errors[field] = "Choose one from the list" if field == OTHER else _NOT_CHOSEN
        return thing


def name_form(request: HttpRequest, known: Meanings, group: NameGroup) -> NameForm:
    """The form about a group of spellings, as it was sent or as it is filled in to begin with.

    A button of the list of names sends all spellings that it showed at once.
    """
    form = _form(request, known, group)
    if "at_once" in request.POST:
        means = meant_at_once(group, request.POST["at_once"])
        form.texts = [each.text for each in group.spellings]
        form.means = means or form.means
        form.name = _as_new(group).name
        if means is None:
            form.errors["means"] = _OTHER_BY_NOW
    return form


def _form(request: HttpRequest, known: Meanings, group: NameGroup) -> NameForm:
    sent, post = request.method == "POST", request.POST
    spellings = [each.text for each in group.spellings]
    ticked = set(post.getlist("text"))
    first = sent_for(group.thing) if group.thing else NEW
    sort, as_new = post.get("sort", ""), _as_new(group)
    return NameForm(
        meanings=list(_meanings(group)),
        others=_others(known),
        sorts=[Option(each.value, SORT_NAMES[each]) for each in Sort],
        sent=sent,
        texts=[text for text in spellings if text in ticked] if sent else spellings,
        means=str(post.get("means", "")) if sent else first,
        other=str(post.get("other", "")),
        sort=str(sort) if sort in SORT_NAMES else as_new.sort.value,
        name=str(post.get("name", "")).strip() if sent else as_new.name,
    )


def _as_new(group: NameGroup) -> New:
    """What a name would be as something new: what the plan prints most often, where it is suggested."""
    if group.state == State.NEW:
        return New(group.sort, group.name)
    name = group.spellings[0].text
    return New(sort_of_new(group.kind, name), name)


def _meanings(group: NameGroup) -> list[Meaning]:
    """What was found for the name: the suggestion, what else is like it, other new names."""
    found = []
    if group.thing:
        why = next((each.why for each in group.spellings), "")
        found.append(Meaning(sent_for(group.thing), group.name, why))
    found += [Meaning(sent_for(each.thing), each.name, each.why) for each in group.others]
    found += [
        Meaning(f"{AS}{text}", f"The same as “{text}”, which is new too", why)
        for text, why in group.near
    ]
    return found


def _others(known: Meanings) -> dict[str, list[Option]]:
    """All that stands here, under what it is; a post with the body that it belongs to."""
    found = {}
    for sort in Sort:
        options = [Option(sent_for(each.thing), _name(each, known)) for each in known.of_sort(sort)]
        if options:
            found[LISTS[sort][1]] = options
    return found


def _name(each: Known, known: Meanings) -> str:
    if each.thing.sort != Sort.POST or each.organisation is None:
        return each.name
    return f"{each.name} ({known.name_of(Thing(Sort.ORGANISATION, each.organisation))})"


def _thing(sent: str) -> Thing | None:
    sort, _, number = sent.partition(":")
    known = number.isascii() and number.isdecimal() and len(number) < 16 and sort in SORT_NAMES
    return Thing(Sort(sort), int(number)) if known else None
