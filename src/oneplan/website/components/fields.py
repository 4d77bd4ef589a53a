"""Forms as values: their fields, what was filled in, and what an operation says is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest, QueryDict

from oneplan.partnership.partners.refusals import Refused
from oneplan.vocabulary.visible import visible
from oneplan.website.wording import day

Kind = Literal["text", "long", "email", "day", "choice", "ticks", "one", "some"]
SUGGEST = "suggest"
"""What a script sends while somebody types: the name of the question."""
DAY_HINT = "For example, 31 March 2024. Leave it empty if it is not known."
_DAYS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d")
_NO_DAY = "Enter a day like 31 March 2024"
_EARLIEST = 1700


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: what is sent, what is read, and the heading under which it stands.

    ``note`` tells it from others of its name, ``also`` are other texts by which it is known.
    """

    value: str
    name: str
    group: str = ""
    note: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given to a question: the values that are chosen or entered, and what is wrong.

    Where one chooses by name: ``words`` is what was typed, ``offered`` what it may mean, and ``more`` how
    many others.
    """

    values: list[str]
    words: str = ""
    offered: tuple[Option, ...] = ()
    more: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form."""

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    options: tuple[Option, ...] = ()
    complete: str = "off"
    unchosen: str = "Not chosen"

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """The options under their headings, in order."""
        found: dict[str, list[Option]] = {}
        for option in self.options:
            found.setdefault(option.group, []).append(option)
        return list(found.items())

    def called(self, value: str) -> str:
        """What was given as people read it: the name of an option, else the words themselves."""
        return next((each.name for each in self.options if each.value == value), value)

    def filled(self, value: Any) -> Answer:
        """What stands in it to begin with."""
        return Answer(_shown(value))

    def sent(self, post: QueryDict) -> Answer:
        """What somebody gave as the answer."""
        return Answer([visible(str(value)) for value in post.getlist(self.name)])

    def suggested(self, typed: str) -> tuple[Option, ...]:  # noqa: ARG002 - for those who choose by name
        """What somebody who types may mean."""
        return ()


@dataclass(slots=True)
class Form:
    """A form as it stands: its fields, what is in them, and what is wrong."""

    fields: Sequence[Field]
    values: dict[str, list[str]]
    sent: bool
    errors: dict[str, str] = field(default_factory=dict)
    result: Any = None
    answers: dict[str, Answer] = field(default_factory=dict)
    suggested: tuple[Option, ...] | None = None

    @property
    def asks_as_one_types(self) -> bool:
        """Whether there are so many to choose from that a script helps."""
        return any(each.kind == "one" for each in self.fields)

    def answer(self, name: str) -> Answer:
        """What was given to a question."""
        return self.answers.get(name) or Answer(self.texts(name))

    def text(self, name: str) -> str:
        """What was entered or chosen, without spaces around; empty for nothing."""
        return (self.values.get(name) or [""])[0].strip()

    def texts(self, name: str) -> list[str]:
        """All that was ticked."""
        return self.values.get(name, [])

    def number(self, name: str) -> int | None:
        """The number that was chosen, None for nothing; what is no number is wrong."""
        text = self.text(name)
        if text and not _is_number(text):
            self.errors[name] = "Choose one from the list"
            return None
        return int(text) if text else None

    def numbers(self, name: str) -> set[int]:
        """The numbers that were ticked."""
        return {int(text) for text in self.texts(name) if _is_number(text)}

    def day(self, name: str) -> date | None:
        """The day that was entered, None for nothing; what is no day is wrong."""
        text = " ".join(self.text(name).split())
        if not text:
            return None
        for form in _DAYS:
            try:
                found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
            if found.year >= _EARLIEST:
                return found
        self.errors[name] = _NO_DAY
        return None

    def done(self, operation: Callable[..., Any], **given: Any) -> bool:
        """Carries out what the form is for, unless something in it cannot be read.

        ``result`` is what the operation gives. What it refuses is an error at the field.
        """
        if self.errors or self.suggested is not None:
            return False
        try:
            self.result = operation(**given)
        except Refused as refused:
            self.errors |= refused.errors
            return False
        return True


def form_of(
    request: HttpRequest, fields: Sequence[Field], filled: Mapping[str, object] | None = None
) -> Form:
    """The form as the visitor has sent it, or as it is filled in for them: texts, numbers, days, sets.

    What a script asks while somebody types is not sent, and carries nothing out.
    """
    if request.method != "POST":
        given = filled or {}
        return _answered(fields, {each.name: each.filled(given.get(each.name)) for each in fields})
    form = _answered(fields, {each.name: each.sent(request.POST) for each in fields})
    asked = next((each for each in fields if each.name == request.POST.get(SUGGEST)), None)
    if asked is not None:
        form.suggested = asked.suggested(request.POST.get(f"{asked.name}-words", ""))
        form.errors = {}
    else:
        form.sent = True
    return form


def options(references: Iterable[Any], group: str = "", before: str = "") -> tuple[Option, ...]:
    """Things with an id and a name as options; ``before`` stands before the number that is sent."""
    return tuple(Option(f"{before}{each.id}", each.name, group) for each in references)


def named_options(values: Iterable[str]) -> tuple[Option, ...]:
    """Words as options, each sent as it is and shown with a capital."""
    return tuple(Option(value, value[:1].upper() + value[1:]) for value in values)


def _answered(fields: Sequence[Field], answers: dict[str, Answer]) -> Form:
    values = {name: answer.values for name, answer in answers.items()}
    errors = {name: answer.error for name, answer in answers.items() if answer.error}
    return Form(fields, values, sent=False, errors=errors, answers=answers)


def _shown(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, date):
        return [day(value)]
    if isinstance(value, (set, frozenset, list, tuple)):
        return [str(each) for each in value]
    return [str(value)]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16
