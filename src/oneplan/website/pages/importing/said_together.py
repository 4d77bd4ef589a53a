"""Differences of a newer document that are one: printed once, and understood in several places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from oneplan.document.differences.matching import plain
from oneplan.partnership.plans.parts.part import Part, Parts
from oneplan.website.pages.spreadsheet.items import Item, Sides

_JOINT = " / "
_WORDS = {"title", "text", "words"}
_FROM_PROSE = {"place", "term", "action"}
_ANYWHERE = None
_LABELS = ("text", "title", "term", "name")


def said_together(items: Sequence[Item], sides: Sides) -> list[Item]:
    """The differences, those that follow from the words of another as part of it.

    A ward that stands in a changed sentence, the pointer in a reworded action, the name in a list of
    members, a joint heading: each is chosen with what it was read from. What others have changed
    meanwhile, and what cannot be done, stays by itself.
    """
    said = [
        _Said(each, sides, number)
        for number, each in enumerate(items)
        if not each.why and each.now is None
    ]
    hosts = _Hosts(said)
    within = {each.item.value: host for each in said if (host := hosts.of(each)) is not None}
    followers: dict[str, list[Item]] = {}
    for each in items:
        if each.value in within:
            followers.setdefault(_outermost(each.value, within), []).append(each)
    return [
        _with(each, followers.get(each.value, ())) for each in items if each.value not in within
    ]


def _outermost(value: str, within: Mapping[str, _Said]) -> str:
    seen = {value}
    while value in within and (above := within[value].item.value) not in seen:
        seen.add(above)
        value = above
    return value


def _with(item: Item, followers: Sequence[Item]) -> Item:
    if not followers:
        return item
    told = "; ".join(
        f"{each.part} ({each.name.lower()})" if each.name else f"{each.part} ({each.doing.lower()})"
        for each in followers
    )
    places = item.places.union(*(each.places for each in followers))
    return replace(item, places=places, says=(*item.says, ("With it", told)))


class _Said:
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
        return (*near, _ANYWHERE) if self.name == "title" else near

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


@dataclass(frozen=True, slots=True)
class _Index:
    """The differences from which others may follow, by what is looked for."""

    exact: Mapping[tuple[str | None, str, str], _Said]
    words: Mapping[str, _Said]
    phrases: Mapping[str, _Said]
    prose: Mapping[tuple[str | None, str], _Said]


class _Hosts:
    """From which difference another follows."""

    def __init__(self, said: Sequence[_Said]) -> None:
        words = [each for each in said if each.is_words]
        exact = {
            (at, each.before, each.after): each for each in reversed(words) for at in each.scopes
        }
        phrases = {phrase: each for each in reversed(said) for phrase in _of_lists(each)}
        statements = [each for each in reversed(words) if each.sort == "statement"]
        prose = {(at, word): each for each in statements for word in each.other_words for at in (each.owner, _ANYWHERE)}  # fmt: skip
        self._of = _Index(exact, {each.key: each for each in words}, phrases, prose)

    def of(self, small: _Said) -> _Said | None:
        """The difference of which this one is a part; None where it stands by itself."""
        if not small.may_follow:
            return None
        return next((host for host in self._found(small) if host is not small), None)

    def _found(self, small: _Said) -> Iterator[_Said]:
        for at in (small.owner, small.key, _ANYWHERE):
            host = self._of.exact.get((at, small.before, small.after))
            if host is not None and (host.sort, host.number) < (small.sort, small.number):
                yield host
        around = [self._of.words.get(small.key), self._of.words.get(small.owner)]
        if small.sort in _FROM_PROSE:
            at = small.owner if small.sort == "action" else _ANYWHERE
            around += [self._of.prose.get((at, word)) for word in sorted(small.other_words)]
        yield from (host for host in around if host is not None and _follows(small, host))
        named = {self._of.phrases.get(phrase) for phrase in small.gone | small.come}
        if small.sort in ("body", "element") and len(named) == 1 and (host := named.pop()):
            yield host


def _of_lists(said: _Said) -> Iterator[str]:
    """The phrases of a list of members, and the headings of a joint one, that come or go."""
    if said.name == "members":
        yield from said.gone | said.come
    elif said.sort == "element" and said.name == "title" and said.part:
        old, new = (
            set(map(plain, str(part["title"]).split(_JOINT))) if part else set()
            for part in (said.old, said.new)
        )
        if len(new) > 1:
            yield from old ^ new


def _follows(small: _Said, host: _Said) -> bool:
    """Whether what a difference takes away and brings is taken away and brought by other words."""
    if not host.is_words or small is host:
        return False
    goes = all(_in(each, host.before) and not _in(each, host.after) for each in small.gone)
    return goes and all(_in(each, host.after) and not _in(each, host.before) for each in small.come)


def _in(phrase: str, text: str) -> bool:
    return f" {phrase} " in f" {text} "
