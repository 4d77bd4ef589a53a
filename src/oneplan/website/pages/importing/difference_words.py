"""A difference as the words that go and those that come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from oneplan.document.differences.matching import plain
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.website.pages.spreadsheet.items import Item, Sides

ANYWHERE = None
"""Where the words of a heading may be found again."""
_WORDS = {"title", "text", "words"}
_LABELS = ("text", "title", "term", "name")


class DifferenceInWords:
    """A difference as words: the phrases that go, those that come, and all that it says before and after."""

    def __init__(self, item: Item, sides: Sides, number: int) -> None:
        self.item = item
        self.number = number
        self.name, _, self.key = item.value.partition(":")
        self.old = _there(sides.then, self.key, item.doing != "Added")
        self.new = _there(sides.wanted, self.key, item.doing != "Removed")
        self.part = self.new or self.old

    @property
    def sort(self) -> str:
        """Which sort of part it is about."""
        return self.part.sort if self.part else ""

    @property
    def owner(self) -> str:
        """What the part hangs on."""
        return self.part.owner if self.part else ""

    @property
    def owners(self) -> set[str]:
        """What the part hung on and hangs on."""
        return {part.owner for part in (self.old, self.new) if part}

    @property
    def is_shared_label(self) -> bool:
        """Whether it is money of which only the label differs: with how many others it is shared."""
        if self.name != "funding" or self.old is None or self.new is None:
            return False
        one, two = (
            [{**each, "label": None} for each in part["funding"]] for part in (self.old, self.new)
        )
        return bool(one == two)

    @cached_property
    def before(self) -> str:
        """All that it said."""
        return " ".join(_phrases(self._value(self.old)))

    @cached_property
    def after(self) -> str:
        """All that it says."""
        return " ".join(_phrases(self._value(self.new)))

    @cached_property
    def gone(self) -> frozenset[str]:
        """The phrases that go."""
        return frozenset(_phrases(self._value(self.old))) - frozenset(
            _phrases(self._value(self.new))
        )

    @cached_property
    def come(self) -> frozenset[str]:
        """The phrases that come."""
        return frozenset(_phrases(self._value(self.new))) - frozenset(
            _phrases(self._value(self.old))
        )

    @cached_property
    def other_words(self) -> set[str]:
        """The words that are in what it said or in what it says, not in both."""
        return set(self.before.split()) ^ set(self.after.split())

    @property
    def scopes(self) -> tuple[str | None, ...]:
        """Where else the same words follow from it: beside and below it; those of a heading anywhere."""
        near = (self.owner, self.key)
        return (*near, ANYWHERE) if self.name == "title" else near

    @property
    def is_words(self) -> bool:
        """Whether it is the words of a part that stays."""
        return self.name in _WORDS

    @property
    def may_follow(self) -> bool:
        """Whether it may follow from another: it says something, and nothing else comes or goes with it."""
        return bool(self.gone or self.come) and (self.name != "whole" or len(self.item.places) == 1)

    def _value(self, part: Part | None) -> Any:
        if part is None or self.name == "place":
            return None
        if self.name in ("whole", "words"):
            return next((part[name] for name in _LABELS if name in part.fields), None)
        return part.fields.get(self.name)


def _there(parts: Parts, key: str, wanted: bool) -> Part | None:
    return parts.get(key) if wanted else None


def _phrases(value: Any) -> Iterator[str]:
    """What a value says, phrase by phrase: a text is one; of a list each entry."""
    if isinstance(value, str):
        if phrase := plain(value):
            yield phrase
    elif isinstance(value, list):
        for each in value:
            yield from _phrases(each)
    elif isinstance(value, Mapping):
        if "report" in value:
            yield from _phrases(value["report"])
            yield from _phrases(f"page {value['page']}" if value.get("page") else None)
        else:
            yield from _phrases(next((value[name] for name in _LABELS if value.get(name)), None))
