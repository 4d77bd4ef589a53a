"""How events are chained, so that a history that was tampered with shows, and what words find one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from itertools import takewhile
from typing import Any

Fields = Mapping[str, Any]


def mark(facts: Fields, before: str) -> str:
    """The hash (64 hexadecimal digits) of an event's facts and of the mark of the event before it.

    The facts are JSON; equal numbers give equal marks however a database writes them.

    Raises:
        ValueError: a number is infinite or none at all.
    """
    told = json.dumps(
        _canonical(facts),
        sort_keys=True,
        ensure_ascii=True,
        allow_nan=False,
        separators=(",", ":"),
    )
    return sha256(f"{before}\n{told}".encode()).hexdigest()


def _canonical(value: Any) -> Any:
    """The value with whole numbers as integers: PostgreSQL gives 1e20 back as one."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return int(Decimal(repr(value))) if value.is_integer() else value
    if isinstance(value, Mapping):
        return {key: _canonical(each) for key, each in value.items()}
    return [_canonical(each) for each in value]


class Wrong(StrEnum):
    """What does not hold in a stream of events."""

    CHANGED = "was changed after it was recorded"
    MISSING = "is missing"
    ADDED = "stands past the end of what was recorded"


@dataclass(frozen=True, slots=True)
class Link:
    """An event as it stands: its number in its stream, its facts and its mark."""

    number: int
    facts: Fields
    mark: str


@dataclass(frozen=True, slots=True)
class Place:
    """How far a stream goes, or how far it was verified: the number and the mark of that event."""

    number: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """Where the history of one stream stops being what was recorded."""

    stream: str
    number: int
    wrong: Wrong

    def __str__(self) -> str:
        return f"Event {self.number} of {self.stream} {self.wrong.value}."


def first_break(
    stream: str, links: Iterable[Link], *, verified: Place, last: Place
) -> Break | None:
    """The first event that is not as it was recorded; None where the stream is whole.

    ``links`` are in order, from the verified one on (which is among them, unless it is number 0) to
    ``last``; what was added after that is not looked at.
    """
    events = iter(links)
    if verified.number:
        anchor = next(events, None)
        if anchor is None or anchor.number != verified.number:
            return Break(stream, verified.number, Wrong.MISSING)
        if anchor.mark != verified.mark:
            return Break(stream, verified.number, Wrong.CHANGED)
    place = verified
    for link in takewhile(lambda link: link.number <= last.number, events):
        if link.number != place.number + 1:
            return Break(stream, place.number + 1, Wrong.MISSING)
        if mark(link.facts, place.mark) != link.mark:
            return Break(stream, link.number, Wrong.CHANGED)
        place = Place(link.number, link.mark)
    if place.number < last.number:
        return Break(stream, place.number + 1, Wrong.MISSING)
    return None if place.mark == last.mark else Break(stream, last.number, Wrong.CHANGED)


def changed_fields(before: Fields | None, after: Fields | None) -> Iterator[str]:
    """The names of the fields that differ, in the order in which they stand."""
    old, new = before or {}, after or {}
    for name in dict.fromkeys([*old, *new]):
        if old.get(name) != new.get(name):
            yield name


def words_of(label: str, note: str, before: Fields | None, after: Fields | None) -> str:
    """All that an event can be found by, in small letters: its label, its note and what changed."""
    old, new = before or {}, after or {}
    texts = [label, note]
    for name in changed_fields(before, after):
        texts += _texts(old.get(name))
        texts += _texts(new.get(name))
    return " ".join(dict.fromkeys(text.casefold() for text in texts if text))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
