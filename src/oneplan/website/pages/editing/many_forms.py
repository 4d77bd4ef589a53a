"""What can be done to many actions at once: the questions, and the edit that the answers make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.parts.changes import Change
from oneplan.partnership.plans.parts.editing.fields import due_of
from oneplan.partnership.plans.parts.editing.many import (
    NAMES,
    moved_many,
    named_on_many,
    set_on_many,
)
from oneplan.partnership.plans.parts.folding import folded
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.website.components.choosing import one_of
from oneplan.website.components.fields import Field, Form, Option
from oneplan.website.pages.editing.affordances import Editing
from oneplan.website.pages.editing.arranging_views import owner_chosen, under
from oneplan.website.pages.editing.sheets.of_actions import CATEGORY, DUE, STATUS
from oneplan.website.pages.editing.sheets.sheet import lines

_ONE = {
    "leads": "lead",
    "partners": "partner",
    "strategies": "strategy that it supports",
    "groups": "group that it is for",
    "places": "place",
}
_EMPTIED: dict[str, tuple[str, Any]] = {
    "due": ("Its date", None),
    "status": ("How far it is", None),
    "leads": ("Who leads", []),
    "partners": ("Who takes part", []),
    "strategies": ("What it supports", []),
    "groups": ("For whom it is", []),
    "places": ("Where", []),
}


def questions(mine: Editing, keys: Sequence[str]) -> list[Field]:
    """The questions about actions with these keys; none where there are none."""
    if not keys:
        return []
    parts = [mine.parts[key] for key in keys]
    emptied = tuple(Option(name, words) for name, (words, _) in _EMPTIED.items())
    return [
        DUE,
        STATUS,
        CATEGORY,
        *(each for name in NAMES for each in _named(parts, name)),
        under(mine, parts[0], "Move them under"),
        Field("empty", "Say nothing any more of", "ticks", options=emptied),
    ]


def _named(parts: Sequence[Part], name: str) -> list[Field]:
    word = _ONE[name]
    here = dict.fromkeys(each for part in parts for each in part[name])
    coming = Field(f"{name}-come", f"Add a {word}", "long", "One on each line.")
    if not here:
        return [coming]
    hint = "With one new name above, that one takes its place."
    going = one_of(f"{name}-go", f"Take out a {word}", _as_printed(here), hint)
    return [coming, going]


def _as_printed(names: Iterable[str]) -> list[Option]:
    return [Option(each, each) for each in names]


def edit_of_many(parts: Parts, keys: Sequence[str], form: Form) -> list[Change]:
    """The changes that the answers ask for.

    Raises:
        Refused: nothing is asked for, or an action is gone or cannot stand where it is to be moved.
    """
    fields = _fields(form)
    changes = set_on_many(parts, keys, fields) if fields else []
    asked = bool(fields) or bool(form.text("under"))
    for name in NAMES:
        come, go = lines(form.text(f"{name}-come")), lines(form.text(f"{name}-go"))
        if name in fields:
            changes += set_on_many(parts, keys, {name: list(dict.fromkeys(come))})
        elif come or go:
            changes += named_on_many(parts, keys, name, come=come, go=go)
        asked |= bool(come or go)
    if form.text("under"):
        changes += moved_many(parts, keys, owner_chosen(parts, form))
    if not asked:
        raise Refused({"due": "Say what shall change in all of them"})
    return folded(changes)


def _fields(form: Form) -> dict[str, Any]:
    said = {name: text for name in ("status", "category") if (text := form.text(name))}
    due = due_of(form.text("due"))
    emptied = {name: _EMPTIED[name][1] for name in form.texts("empty") if name in _EMPTIED}
    return {**emptied, **said} | ({"due": due} if due else {})
