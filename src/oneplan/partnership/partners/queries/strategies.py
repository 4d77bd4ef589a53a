"""The strategies that actions are linked with."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.partnership.partners.models import Alias, Partnership, Strategy
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.reference import (
    Reference,
    counted,
    number_below,
    number_in,
    reference,
)
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
_IN_ORDER = Prepared(
    lambda partnership: (
        Strategy.objects.filter(partnership=partnership)
        .order_by("key")
        .values_list(*_COLUMNS, number_below(Alias.objects.all(), "strategy"))
    )
)
_NUMBER = Prepared(lambda partnership: number_in(Strategy.objects.filter(partnership=partnership)))
_ONE = Prepared(
    lambda partnership, strategy: Strategy.objects.filter(
        partnership=partnership, pk=strategy
    ).values_list(*_COLUMNS)
)


def strategies_counted(partnership: Partnership) -> int:
    """How many strategies there are, in one query."""
    return counted(_NUMBER(partnership.pk))


def strategies(partnership: Partnership, start: int, stop: int) -> tuple[StrategyRow, ...]:
    """The strategies by title from one place to before another, in one query."""
    return tuple(
        StrategyRow(number, title, reference(*owner), names)
        for number, title, *owner, names in _IN_ORDER.between(start, stop, partnership.pk)
    )


def strategy_here(partnership: Partnership, strategy: int) -> StrategyHere | None:
    """One strategy, None where it is not of the partnership; in two queries."""
    for number, title, *owner in _ONE(partnership.pk, strategy):
        names = names_of(partnership, Thing(Sort.STRATEGY, number))
        return StrategyHere(number, title, reference(*owner), names)
    return None
