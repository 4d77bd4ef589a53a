"""What of one partnership somebody may put into the forms of another, and rows that would show that it worked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from oneplan.partnership.accounts.models import Person
from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.models import Membership, Partnership

_NUMBER = re.compile(r"\d+$")
_ROOMS = ("partners", "plans")


class Twins:
    """Two partnerships that are alike: what stands in the one, by what stands in its place in the other."""

    def __init__(self, ours: tuple[str, Partnership], theirs: tuple[str, Partnership]) -> None:
        self._words = (ours[0].lower(), theirs[0].lower())
        self._numbers: dict[str, set[str]] = {}
        self._marks: dict[str, str] = {}
        for model, path in _tables():
            pair = (_numbers(model, path, each[1]) for each in (ours, theirs))
            self._pair(*pair)
        self._pair(*(_people(each[1]) for each in (ours, theirs)))
        ours_done, theirs_done = (_batches(each[1]) for each in (ours, theirs))
        self._marks.update(zip(ours_done, theirs_done, strict=False))

    def _pair(self, ours: list[int], theirs: list[int]) -> None:
        for one, other in zip(ours, theirs, strict=False):
            self._numbers.setdefault(str(one), set()).add(str(other))

    def of(self, value: str) -> set[str]:
        """What somebody may put in the place of a value that a form of ours offers; nothing for plain words."""
        found = {self._marks[value]} if value in self._marks else set()
        number = _NUMBER.search(value)
        if number:
            start = value[: number.start()]
            found |= {start + other for other in self._numbers.get(number[0], ())}
        if self._words[0] in value:
            found.add(value.replace(*self._words))
        return found - {value}


def crossings() -> list[str]:
    """Rows that point from one partnership into another, or at a person who does not belong to theirs."""
    return [
        f"{model.__name__} {row} by {pointer.name}"
        for model, path in _tables()
        for pointer in model._meta.concrete_fields
        if isinstance(pointer, models.ForeignKey)
        for row in _across(model, path, pointer)
    ]


def _across(model: Any, path: str, pointer: Any) -> Iterator[Any]:
    related = pointer.related_model
    if model is Membership and related is Person:
        return
    rows = model._default_manager.exclude(**{pointer.name: None})
    if related is Person:
        for row, here, person in rows.values_list("pk", path, pointer.attname):
            if not Membership.objects.filter(partnership=here, person=person).exists():
                yield row
        return
    there = next((to for table, to in _tables() if table is related), None)
    for row, here, where in (
        rows.values_list("pk", path, f"{pointer.name}__{there}") if there else ()
    ):
        if here != where:
            yield row


def _tables() -> list[tuple[Any, str]]:
    """The tables that belong to partnerships, each with the way to its partnership."""
    found = []
    for room in _ROOMS:
        for model in apps.get_app_config(room).get_models():
            way = _way(model)
            if way:
                found.append((model, way))
    return found


def _way(model: Any) -> str:
    names = {each.name for each in model._meta.concrete_fields}
    for name in ("partnership", "plan", "board", "post", "action"):
        if name in names:
            if name == "partnership":
                return name
            return f"{name}__{_way(model._meta.get_field(name).related_model)}"
    return ""


def _numbers(model: Any, path: str, here: Partnership) -> list[int]:
    rows = model._default_manager.filter(**{path: here})
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _people(here: Partnership) -> list[int]:
    held = Membership.objects.filter(partnership=here)
    return list(held.order_by("person").values_list("person", flat=True))


def _batches(here: Partnership) -> list[str]:
    told = Event.objects.filter(partnership=here.key).order_by("pk")
    return list(dict.fromkeys(told.values_list("batch", flat=True)))
