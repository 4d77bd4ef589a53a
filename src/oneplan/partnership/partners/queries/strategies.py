"""The strategies that actions are linked with."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.partnership.partners.models import Partnership, Strategy
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_counted, names_of
from oneplan.partnership.partners.queries.reference import Reference, reference
from oneplan.partnership.prepared import Prepared


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """A strategy with its owner and how many names plans print for it."""

    id: int
    title: str
    owner: Reference | None
    names: int


@dataclass(frozen=True, slots=True)
class StrategyHere:
    """A strategy with its owner and the names that plans print for it."""

    id: int
    title: str
    owner: Reference | None
    names: tuple[RememberedName, ...]


_COLUMNS = ("pk", "name", "owner_id", "owner__name")
_ALL = Prepared(
    lambda partnership: Strategy.objects.filter(partnership=partnership).values_list(*_COLUMNS)
)
_ONE = Prepared(
    lambda partnership, strategy: Strategy.objects.filter(
        partnership=partnership, pk=strategy
    ).values_list(*_COLUMNS)
)


def strategies(partnership: Partnership) -> list[StrategyRow]:
    """All strategies by title, in two queries."""
    names = names_counted(partnership, Sort.STRATEGY)
    found = [
        StrategyRow(number, title, reference(*owner), names.get(number, 0))
        for number, title, *owner in _ALL(partnership.pk)
    ]
    return sorted(found, key=lambda each: (each.title.casefold(), each.id))


def strategy_here(partnership: Partnership, strategy: int) -> StrategyHere | None:
    """One strategy, None where it is not of the partnership; in two queries."""
    for number, title, *owner in _ONE(partnership.pk, strategy):
        names = names_of(partnership, Thing(Sort.STRATEGY, number))
        return StrategyHere(number, title, reference(*owner), names)
    return None
