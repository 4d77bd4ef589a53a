"""What each printed name means to a partnership, as one look-up for a whole plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from oneplan.partnership.partners.naming.names import SORT_OF, Printed, Sort, Thing, key_of


@dataclass(frozen=True, slots=True)
class Known:
    """Something that a partnership knows by name.

    ``organisation`` is the body that it belongs to: of a body itself, of a post its body, of a
    strategy its owner; None where it has none. ``ended`` says that it is no more.
    """

    thing: Thing
    name: str
    organisation: int | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class SettledName:
    """A printed name that was settled before."""

    kind: Printed
    text: str
    key: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class Named:
    """One of the names by which something is known: its own, or one that was settled."""

    text: str
    thing: Thing
    name: str


class Meanings:
    """What printed names mean: settled names first, then the things of the usual sort by their own names."""

    def __init__(
        self,
        things: Iterable[Known],
        settled: Iterable[SettledName],
        today: Mapping[int, frozenset[int]],
    ) -> None:
        """``today`` gives for each body that was followed those that answer for it now."""
        self._things = {known.thing: known for known in sorted(things, key=lambda each: each.thing)}
        self._settled = tuple(settled)
        self._today = today
        self._by_name = {(each.kind, each.key): each.thing for each in self._settled}
        self._own: defaultdict[tuple[Sort, str], list[Thing]] = defaultdict(list)
        for known in self._things.values():
            self._own[known.thing.sort, key_of(known.name)].append(known.thing)

    def of(self, kind: Printed, text: str) -> Known | None:
        """What a name means where it stands; None where it is not settled or could be two things."""
        key = key_of(text)
        thing = self._by_name.get((kind, key))
        if thing is None:
            own = self._own.get((SORT_OF[kind], key), ())
            thing = own[0] if len(own) == 1 else None
        return self._things.get(thing) if thing else None

    def organisations_of(self, kind: Printed, text: str) -> frozenset[int]:
        """The bodies that answer today for what a name means: its body, or all that followed it."""
        known = self.of(kind, text)
        if known is None or known.organisation is None:
            return frozenset()
        return self.answering_for(known.organisation)

    def answering_for(self, organisation: int) -> frozenset[int]:
        """The bodies that answer today for a body: itself, or all that followed it."""
        return self._today.get(organisation, frozenset({organisation}))

    def is_own(self, kind: Printed, text: str, organisations: frozenset[int]) -> bool:
        """Whether one of these bodies answers today for what a name means."""
        return not organisations.isdisjoint(self.organisations_of(kind, text))

    def name_of(self, thing: Thing) -> str:
        """What something is called.

        Raises:
            KeyError: the partnership does not know it.
        """
        return self._things[thing].name

    def known(self, thing: Thing) -> Known | None:
        """All that is known of something here, None where the partnership does not know it."""
        return self._things.get(thing)

    def of_sort(self, sort: Sort) -> list[Known]:
        """All that the partnership knows of a sort, by name."""
        found = [each for each in self._things.values() if each.thing.sort == sort]
        return sorted(found, key=lambda each: (each.name.casefold(), each.thing))

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """Every name by which something is known, in an order that does not change."""
        own = [Named(each.name, each.thing, each.name) for each in self._things.values()]
        settled = [
            Named(each.text, each.thing, self._things[each.thing].name)
            for each in self._settled
            if each.thing in self._things
        ]
        return tuple(sorted(own + settled, key=lambda each: (each.thing, each.text)))
