"""The parts of a plan in memory: what they hold, what they hang on, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Literal

Sort = Literal["plan", "element", "statement", "action", "measure", "term", "place", "body"]
PLAN = ""
"""The key of the plan itself: the owner of what hangs on nothing else."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a plan; nobody changes what its ``fields`` hold.

    ``fields`` has every field that its sort has in the plan document, save its id (the ``key``) and
    the lists of other parts, as plain JSON. ``position`` orders the parts of one sort and owner.
    """

    sort: Sort
    key: str
    owner: str
    position: float
    fields: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """The value of a field.

        Raises:
            KeyError: parts of this sort have no such field.
        """
        return self.fields[name]


class Parts:
    """All parts of a plan, by their keys. Two are equal where all their parts are."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._by_key = {part.key: part for part in parts}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Parts) and self._by_key == other._by_key

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Part:
        """The part with a key.

        Raises:
            KeyError: there is none.
        """
        return self._by_key[key]

    def __iter__(self) -> Iterator[Part]:
        """Every part, the plan first, each before what hangs below it."""
        return iter(self._in_order)

    def get(self, key: str) -> Part | None:
        """The part with a key, None where there is none."""
        return self._by_key.get(key)

    def by_key(self) -> dict[str, Part]:
        """A fresh mapping of all parts."""
        return dict(self._by_key)

    @property
    def plan(self) -> Part:
        """The plan's own part: title, period, version."""
        return self._by_key[PLAN]

    def children(self, owner: str, sort: Sort | None = None) -> tuple[Part, ...]:
        """What hangs on a part, in its order; of one sort only, where that is given."""
        below = self._below.get(owner)
        if below is None:
            return ()
        if sort is not None:
            return below.get(sort, ())
        return tuple(chain.from_iterable(below.values()))

    def of_sort(self, sort: Sort) -> tuple[Part, ...]:
        """All parts of a sort in the order of the plan."""
        return self._of_sort.get(sort, ())

    def number(self, key: str) -> int:
        """Which of its owner's parts of its sort a part is, from 1.

        Raises:
            KeyError: there is no such part, or it is the plan.
        """
        return self._numbers[key]

    def below(self, key: str) -> tuple[Part, ...]:
        """All that hangs below a part, at any depth, each before its own children."""
        found: list[Part] = []
        pending = list(reversed(self.children(key)))
        while pending:
            part = pending.pop()
            found.append(part)
            if part.key in self._below:
                pending += reversed(self.children(part.key))
        return tuple(found)

    def above(self, key: str) -> tuple[Part, ...]:
        """The parts that a part hangs on, the topmost first, without the plan itself."""
        found: list[Part] = []
        owner = self._by_key[key].owner
        while owner != PLAN:
            part = self._by_key[owner]
            found.append(part)
            owner = part.owner
        return tuple(reversed(found))

    @cached_property
    def _below(self) -> dict[str, dict[Sort, tuple[Part, ...]]]:
        gathered: dict[str, dict[Sort, list[Part]]] = {}
        for part in self._by_key.values():
            if part.sort != "plan":
                gathered.setdefault(part.owner, {}).setdefault(part.sort, []).append(part)
        return {
            owner: {sort: _ordered(parts) for sort, parts in sorts.items()}
            for owner, sorts in gathered.items()
        }

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {
            part.key: number
            for sorts in self._below.values()
            for parts in sorts.values()
            for number, part in enumerate(parts, start=1)
        }

    @cached_property
    def _in_order(self) -> tuple[Part, ...]:
        top = (self.plan,) if PLAN in self._by_key else ()
        return (*top, *self.below(PLAN))

    @cached_property
    def _of_sort(self) -> dict[Sort, tuple[Part, ...]]:
        gathered: dict[Sort, list[Part]] = {}
        for part in self._in_order:
            gathered.setdefault(part.sort, []).append(part)
        return {sort: tuple(parts) for sort, parts in gathered.items()}


def _ordered(parts: list[Part]) -> tuple[Part, ...]:
    if len(parts) > 1:
        parts.sort(key=lambda part: (part.position, part.key))
    return tuple(parts)
