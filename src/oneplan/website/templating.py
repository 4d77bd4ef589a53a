"""The Jinja environment of the site: what every template may say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import Message
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localtime
from jinja2 import Environment, StrictUndefined

from oneplan.vocabulary.figures import figure_in_words, number_in_words
from oneplan.vocabulary.lists import listed
from oneplan.website import wording
from oneplan.website.components import severities
from oneplan.website.pages.editing.outcome import came_of

_MOST_ADDRESSES = 10_000
_SET_HERE = frozenset({"autoescape", "undefined", "trim_blocks", "lstrip_blocks"})


def environment(**options: Any) -> Environment:
    """The environment that settings name: escaping on, a missing name is an error."""
    ours = {name: value for name, value in options.items() if name not in _SET_HERE}
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, **ours
    )
    made.globals.update(
        url=address,
        asset=asset,
        severities=severities.SHOWN,
        signed_in_person=signed_in_person,
        notices=notices,
        came_of=came_of,
    )
    made.filters.update(
        counted=wording.counted,
        spelled=wording.spelled,
        spelled_count=wording.spelled_count,
        sentence=wording.sentence,
        listed=listed,
        number=number_in_words,
        figure=figure_in_words,
        pounds=wording.pounds,
        heading=wording.heading,
        rows=wording.rows,
        short=wording.short,
        stage=lambda stage: wording.STAGES[stage],
        period=wording.period_in_words,
        month=wording.month_in_words,
        day=lambda when: wording.day(localtime(when) if isinstance(when, datetime) else when),
        clock=lambda when: wording.clock(localtime(when)),
        moment=lambda when: wording.moment(localtime(when)),
    )
    return made


@lru_cache(maxsize=_MOST_ADDRESSES)
def address(page: str, /, **parts: str) -> str:
    """The path of a page by its name; those that were asked for last are remembered."""
    return reverse(page, kwargs=parts)


def signed_in_person(request: HttpRequest | None) -> AbstractBaseUser | None:
    """Who is signed in; None for nobody, and where a page is made before that is known.

    Costs nothing for visitors without a session.
    """
    person = getattr(request, "user", None)
    return person if person is not None and person.is_authenticated else None


def notices(request: HttpRequest | None) -> Iterable[Message]:
    """What the page before has left to be said on this one; it is said once."""
    return get_messages(request) if request is not None else ()


@cache
def asset(path: str) -> str:
    """The address of a static file, with a mark of its content so that a new one is fetched."""
    file = finders.find(path)
    if not isinstance(file, str):
        return static(path)
    with open(file, "rb") as opened:  # noqa: PTH123 - finders give a plain string
        mark = blake2b(opened.read(), digest_size=5).hexdigest()
    return f"{static(path)}?v={mark}"
