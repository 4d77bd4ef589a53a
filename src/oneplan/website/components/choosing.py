"""Choosing one or some of many: by a list while it is short, else by typing a name that the site looks up.

A name that means exactly one thing chooses it. Where it does not, the form comes back with what it may mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from oneplan.vocabulary.visible import visible
from oneplan.website.components.fields import Answer, Field, Option
from oneplan.website.components.matching import like, meant
from oneplan.website.components.own_script import with_own_script
from oneplan.website.wording import sentence, short

MOST_LISTED = 20
"""A list of so many is shown whole."""
MOST_OFFERED = 20
"""So many are offered for one name that was typed, or while it is."""
_MOST_LINES, _MOST_BOXES = 20, 100
"""So many names are looked up at once, and so many boxes offered for all of them."""
BY_NAME = "Type the name, or some words of it."
BY_NAME_OR_ADDRESS = "Type the name, some words of it, or the e-mail address."
BY_NUMBER_OR_WORDS = "Type the number, or some words."
"""How one of many is told."""
_TOO_MANY = f"Name {_MOST_LINES} at once: the others are kept in the field, to be sent next"
_WORDS, _FOR, _OFFERED = "-words", "-for", "-offered"
_LONGEST = 300


def one_of(
    name: str,
    label: str,
    options: Iterable[Option],
    hint: str = "",
    *,
    listed: int = MOST_LISTED,
    likely: Sequence[str] = (),
    how: str = BY_NAME,
) -> Field:
    """The question which one of the options it is; those with the ``likely`` values are offered first.

    It is a list where there are no more than ``listed``; else ``how`` says what to type.
    """
    known = tuple(options)
    if len(known) <= listed:
        return Field(name, label, "choice", hint, known)
    return OneOfMany(name, label, "one", hint, known, likely=tuple(likely), how=how)


def some_of(
    name: str, label: str, options: Iterable[Option], hint: str = "", *, listed: int = MOST_LISTED
) -> Field:
    """The question which of the options it is, any number; boxes to tick where there are few."""
    known = tuple(options)
    return (Field if len(known) <= listed else SomeOfMany)(
        name, label, "ticks" if len(known) <= listed else "some", hint, known
    )


@dataclass(frozen=True, slots=True)
class OneOfMany(Field):
    """One of many: a name is typed. With it is sent for which name an option was chosen before.

    What was chosen then and has gone since is sent all the same: what is done with it says what became of it.
    """

    likely: tuple[str, ...] = ()
    how: str = ""

    def filled(self, value: Any) -> Answer:
        """The name of what is chosen already."""
        option = next(_with_values(self.options, [str(value)]), None) if value else None
        return Answer([option.value], option.name) if option else Answer([])

    def sent(self, post: QueryDict) -> Answer:
        """What the name means; what was chosen for the same name before is what it means."""
        value = post.get(self.name, "").strip()
        if self.name + _WORDS not in post:
            return Answer([value])
        words = _typed(post.get(self.name + _WORDS, ""))
        if words and value and words == _typed(post.get(self.name + _FOR, "")):
            return Answer([value], words)
        return self._looked_up(words) if words else Answer([])

    def suggested(self, typed: str) -> tuple[Option, ...]:
        """What somebody may be typing; before they have begun, what is likely."""
        words = _typed(typed)
        if words:
            return tuple(like(self.options, words)[:MOST_OFFERED])
        return tuple(islice(_with_values(self.options, self.likely), MOST_OFFERED))

    def _looked_up(self, words: str) -> Answer:
        found = meant(self.options, words)
        if len(found) == 1:
            return Answer([found[0].value], found[0].name)
        found = found or like(self.options, words)
        error = (
            f"Choose which “{short(words)}” is meant"
            if found
            else f"There is no “{short(words)}” here: type another name, or leave it empty"
        )
        return Answer([], words, tuple(found[:MOST_OFFERED]), len(found[MOST_OFFERED:]), error)


@dataclass(frozen=True, slots=True)
class SomeOfMany(Field):
    """Some of many: those that are chosen are ticked, and others are named, one on each line."""

    def filled(self, value: Any) -> Answer:
        """What is chosen already, to be kept or not."""
        values = [str(each) for each in value or ()]
        return Answer(values, offered=tuple(_with_values(self.options, values)))

    def sent(self, post: QueryDict) -> Answer:
        """What is ticked, and what the names mean."""
        values = [value for value in post.getlist(self.name) if value]
        offered = [*values, *post.getlist(self.name + _OFFERED)]
        lines = _lines(post.get(self.name + _WORDS, ""))
        now, unknown = lines[:_MOST_LINES], lines[_MOST_LINES:]
        asked, more = list[str](), 0
        most = min(MOST_OFFERED, _MOST_BOXES // max(len(now), 1))
        wrong = _TOO_MANY if unknown else ""
        for words in now:
            found = meant(self.options, words)
            if len(found) == 1:
                values.append(found[0].value)
            found = found or like(self.options, words)
            offered += [each.value for each in found[:most]]
            if not found:
                unknown.append(words)
            elif found[0].value not in values:
                asked.append(words)
                more += len(found[most:])
        shown = tuple(_with_values(self.options, dict.fromkeys(offered)))
        values = list(dict.fromkeys(values))
        return Answer(values, "\n".join(unknown), shown, more, wrong or _wrong(asked, unknown))


def typed_anew(post: QueryDict, name: str) -> bool:
    """Whether somebody has typed a name to which a question of one of many was not an answer before."""
    words = _typed(post.get(name + _WORDS, ""))
    return bool(words) and words != _typed(post.get(name + _FOR, ""))


class AnyForm(Protocol):
    """A form as far as its page goes."""

    @property
    def errors(self) -> dict[str, str]:
        """What is wrong, by field."""

    @property
    def suggested(self) -> tuple[Option, ...] | None:
        """What a script asked for while somebody types; None where none did."""

    @property
    def asks_as_one_types(self) -> bool:
        """Whether there are so many to choose from that a script helps."""


def page_of_form(
    request: HttpRequest, template: str, context: dict[str, Any], form: AnyForm, status: int = 0
) -> HttpResponse:
    """A page with a form as it stands, 422 where something is wrong with it unless ``status`` says else.

    Where a script asks while somebody types, only what they may mean. Only a page with many to choose from
    has a script.
    """
    if form.suggested is not None:
        found = {"options": form.suggested}
        answer = render(request, "components/suggested.html", found)
        answer.headers["Cache-Control"] = "no-store"
        return answer
    status = status or (422 if form.errors else 200)
    page = render(request, template, {**context, "form": form}, status=status)
    return with_own_script(lambda: page)() if form.asks_as_one_types else page


def _with_values(options: Iterable[Option], values: Iterable[str]) -> Iterator[Option]:
    """The options with these values, in the order of the values; others are passed over."""
    wanted = list(values)
    known = {each.value: each for each in options if each.value in wanted}
    return (known[value] for value in wanted if value in known)


def _wrong(asked: Sequence[str], unknown: Sequence[str]) -> str:
    told = [f"tick which “{short(words)}” is meant, or none" for words in asked[:1]]
    told += [
        f"there is no “{short(words)}” here: write it in another way, or take it out"
        for words in unknown[:1]
    ]
    return sentence("; ".join(told))


def _typed(text: str) -> str:
    return " ".join(visible(text).split())[:_LONGEST]


def _lines(text: str) -> list[str]:
    lines = (_typed(line) for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))
