"""The form that says what one name means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from oneplan.partnership.partners.naming.meanings import Known, Meanings
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.naming.settling import NameGroup, State, sort_of_new
from oneplan.partnership.partners.operations.settling import Choice, New
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.website.components.choosing import one_of, typed_anew
from oneplan.website.components.fields import Field, Form, Option, form_of
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
_TYPED_BESIDE = "Choose “Something else that is here”, or take out the name that you typed for it"
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
    ask: Form
    sorts: list[Option]
    sent: bool
    texts: list[str]
    means: str
    sort: str
    name: str
    errors: dict[str, str]
    batch: str = ""

    @property
    def other(self) -> Field:
        """The question which of all that is here it is."""
        return self.ask.fields[0]

    @property
    def suggested(self) -> tuple[Option, ...] | None:
        """What a script asked for while somebody types the name of something that is here."""
        return self.ask.suggested

    @property
    def asks_as_one_types(self) -> bool:
        """Whether so much is here that a script helps."""
        return self.ask.asks_as_one_types

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
        thing = _thing(self.ask.text(OTHER) if self.means == OTHER else self.means)
        if thing is None and self.means == OTHER:
            self.errors[OTHER] = "Choose one of what is here"
        elif thing is None:
            self.errors["means"] = _NOT_CHOSEN
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
    ask = form_of(request, [_other(known)])
    sent, post = ask.sent, request.POST
    means = str(post.get("means", ""))
    if means != OTHER:
        ask.errors.clear()
    if sent and means != OTHER and typed_anew(post, OTHER):
        ask.errors["means"] = _TYPED_BESIDE
    spellings = [each.text for each in group.spellings]
    ticked = set(post.getlist("text"))
    first = sent_for(group.thing) if group.thing else NEW
    sort, as_new = post.get("sort", ""), _as_new(group)
    return NameForm(
        meanings=list(_meanings(group)),
        ask=ask,
        sorts=[Option(each.value, SORT_NAMES[each]) for each in Sort],
        sent=sent,
        texts=[text for text in spellings if text in ticked] if sent else spellings,
        means=means if sent else first,
        sort=str(sort) if sort in SORT_NAMES else as_new.sort.value,
        name=str(post.get("name", "")).strip() if sent else as_new.name,
        errors=ask.errors,
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


def _other(known: Meanings) -> Field:
    """All that stands here, under what it is; a post with the body that it belongs to."""
    options = [
        Option(sent_for(each.thing), _name(each, known), LISTS[sort][1])
        for sort in Sort
        for each in known.of_sort(sort)
    ]
    return one_of(OTHER, "Which one that is here", options)


def _name(each: Known, known: Meanings) -> str:
    if each.thing.sort != Sort.POST or each.organisation is None:
        return each.name
    return f"{each.name} ({known.name_of(Thing(Sort.ORGANISATION, each.organisation))})"


def _thing(sent: str) -> Thing | None:
    sort, _, number = sent.partition(":")
    known = number.isascii() and number.isdecimal() and len(number) < 16 and sort in SORT_NAMES
    return Thing(Sort(sort), int(number)) if known else None
