"""The strategies that actions are linked with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from oneplan.partnership.partners.models import Alias, Partnership, Strategy
from oneplan.partnership.partners.naming.names import Sort, Thing
from oneplan.partnership.partners.queries.names import RememberedName, names_of
from oneplan.partnership.partners.queries.reference import Reference, reference


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


def strategies(partnership: Partnership) -> list[StrategyRow]:
    """All strategies by title, in two queries."""
    settled = Alias.objects.filter(partnership=partnership, strategy__isnull=False)
    names = Counter(settled.values_list("strategy_id", flat=True))
    rows = Strategy.objects.filter(partnership=partnership).select_related("owner")
    found = [StrategyRow(row.pk, row.name, _owner(row), names[row.pk]) for row in rows]
    return sorted(found, key=lambda each: (each.title.casefold(), each.id))


def strategy_here(partnership: Partnership, strategy: int) -> StrategyHere | None:
    """One strategy, None where it is not of the partnership; in two queries."""
    rows = Strategy.objects.filter(partnership=partnership, pk=strategy).select_related("owner")
    row = rows.first()
    if row is None:
        return None
    names = names_of(partnership, Thing(Sort.STRATEGY, row.pk))
    return StrategyHere(row.pk, row.name, _owner(row), names)


def _owner(row: Strategy) -> Reference | None:
    return reference(row.owner.pk, row.owner.name) if row.owner else None
