"""What somebody asks of the history: words, who, what kind of thing, from and to which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone

from oneplan.partnership.audit.queries import Sought
from oneplan.website.components.fields import Field, Form, Option

_LONGEST = 200
_DAY = "Like 31 March 2026"
_NAMES = ("words", "who", "sort", "since", "until")


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in, what it looks for, and the place to go on from."""

    form: Form
    sought: Sought
    before: str
    after: str

    @property
    def query(self) -> str:
        """What was asked as the end of an address, without the place; empty where nothing was."""
        given = [(name, self.form.text(name)) for name in _NAMES if self.form.text(name)]
        return urlencode(given)


def asked_for(given: QueryDict, partnership: str, sorts: Sequence[str]) -> Asked:
    """What an address asks of the history of the partnership with this key.

    A day that is none is an error of the form, and is not asked for.
    """
    clean = {name: [given.get(name, "")[:_LONGEST]] for name in given}
    form = Form(_fields(sorts), clean, sent=True)
    since, until = form.day("since"), form.day("until")
    if since and until and until < since:
        form.errors["until"] = "Enter a day that is not before the first"
    sought = Sought(
        partnership,
        words=form.text("words"),
        who=form.text("who"),
        sort=form.text("sort"),
        since=_begins(since),
        until=_begins(until + timedelta(days=1)) if until else None,
    )
    return Asked(form, sought, form.text("before"), form.text("after"))


def _fields(sorts: Sequence[str]) -> list[Field]:
    kinds = tuple(Option(sort, sort.replace("_", " ").capitalize()) for sort in sorts)
    return [
        Field("words", "Words"),
        Field("who", "Who"),
        Field("sort", "What", "choice", options=kinds, unchosen="Anything"),
        Field("since", "From", hint=_DAY),
        Field("until", "To", hint=_DAY),
    ]


def _begins(day: date | None) -> datetime | None:
    """The first moment of a day here."""
    return timezone.make_aware(datetime.combine(day, time())) if day else None
