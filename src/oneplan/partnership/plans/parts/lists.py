"""Lists that two people have changed, made one item by item."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from oneplan.partnership.plans.parts.part import Sort

ITEM_BY_ITEM: Mapping[Sort, frozenset[str]] = {
    "action": frozenset(
        {
            "leads",
            "partners",
            "steps",
            "funding",
            "strategies",
            "groups",
            "places",
            "recommendations",
            "cross_references",
        }
    ),
    "element": frozenset({"members", "indicators"}),
    "body": frozenset({"aliases"}),
}
"""The lists whose items stand for themselves. The figures of a measure belong together."""
_LONGEST = 400
_NEAR = 8
"""How far on an item is looked for that was reworded."""


@dataclass(frozen=True, slots=True)
class OneList:
    """The items of both; where ``clash``, both changed the same item, and it stands as the first did."""

    items: list[Any]
    clash: bool


@dataclass(slots=True)
class _Edited:
    """What became of each item of the old list, [] where it went, and what came before each and at the end."""

    became: list[list[Any]]
    came: list[list[Any]]
    new: set[str] = field(default_factory=set)


def one_list(seen: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> OneList | None:
    """What two people have made of a list that both saw; None where only a person can say.

    What either added is there and what either took out is not. Both may have put the items in
    another order: then nobody but they knows which.
    """
    if max(len(seen), len(mine), len(theirs)) > _LONGEST:
        return None
    one, other = _edited(seen, mine), _edited(seen, theirs)
    if _moved_twice(seen, one, other):
        return None
    found: list[Any] = []
    clash = False
    for place, item in enumerate(seen):
        found += _both(other.came[place], one.came[place])
        ours, others = one.became[place], other.became[place]
        kept = [item]
        if _marks(ours) == _marks(kept):
            found += others
        else:
            clash |= _marks(others) not in (_marks(kept), _marks(ours))
            found += ours
    found += _both(other.came[-1], one.came[-1])
    return OneList(_once(found, seen, mine, theirs), clash)


def _edited(old: Sequence[Any], new: Sequence[Any]) -> _Edited:
    edited = _Edited([[item] for item in old], [[] for _ in range(len(old) + 1)])
    matcher = SequenceMatcher(None, _marks(old), _marks(new), autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "equal":
            continue
        edited.new.update(_marks(new[begin:end]))
        reworded = _reworded(old[first:last], new[begin:end])
        told = begin
        for place in range(first, last):
            edited.became[place] = []
            if place - first in reworded:
                to = begin + reworded[place - first]
                edited.became[place] = [new[to]]
                edited.came[place] += new[told:to]
                told = to + 1
        edited.came[last] += new[told:end]
    return edited


def _reworded(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Which of the new items that stand in place of the old is which: as many as there were, or those alike."""
    if len(old) == len(new):
        return {place: place for place in range(len(old))}
    found: dict[int, int] = {}
    start = 0
    for place, item in enumerate(old):
        near = range(start, min(start + _NEAR, len(new)))
        like = next((at for at in near if _alike(item, new[at])), None)
        if like is not None:
            found[place] = like
            start = like + 1
    return found


def _alike(one: Any, other: Any) -> bool:
    """Whether two items have half of their words in common."""
    first, second = (_words(each) for each in (one, other))
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))


def _words(item: Any) -> set[str]:
    """How the words of an item begin: a plural is the same word."""
    said = item if isinstance(item, str) else item.get("text") or item.get("report") or ""
    return {word[:4] for word in said.casefold().split()}


def _moved_twice(seen: Sequence[Any], one: _Edited, other: _Edited) -> bool:
    """Whether both moved items, or one moved what the other changed or took out."""
    old = _marks(seen)
    moved, moved_too = one.new.intersection(old), other.new.intersection(old)
    return bool(moved and moved_too) or any(
        (mark in moved and _marks(other.became[place]) != [mark])
        or (mark in moved_too and _marks(one.became[place]) != [mark])
        for place, mark in enumerate(old)
    )


def _both(first: Sequence[Any], second: Sequence[Any]) -> Iterator[Any]:
    """What both have put in one place; what both put alike once."""
    yield from first
    yield from (item for item in second if _mark(item) not in set(_marks(first)))


def _once(items: Sequence[Any], *lists: Sequence[Any]) -> list[Any]:
    """The items, none more often than it stands in the list that has it most often."""
    left: Counter[str] = Counter()
    for each in lists:
        left |= Counter(_marks(each))
    found = []
    for item in items:
        mark = _mark(item)
        if left[mark]:
            left[mark] -= 1
            found.append(item)
    return found


def _marks(items: Sequence[Any]) -> list[str]:
    return [_mark(item) for item in items]


def _mark(item: Any) -> str:
    """What an item says; where it was read does not count, nor what it leaves unsaid."""
    if isinstance(item, str):
        return item
    said = {name: value for name, value in item.items() if name != "source" and value is not None}
    return json.dumps(said, sort_keys=True)
