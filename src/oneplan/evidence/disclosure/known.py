"""What is known of every cell of some tables and of all that was published before them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from oneplan.evidence.disclosure.changes import order_of
from oneplan.evidence.disclosure.counted import CountedTable, Key, Structure, Uncleared, key_of
from oneplan.evidence.disclosure.equations import Place
from oneplan.evidence.disclosure.facts import Fact, Reason, Sides, facts_of
from oneplan.evidence.disclosure.kinship import TotalsDisagree
from oneplan.evidence.disclosure.publications import Publication, together
from oneplan.evidence.disclosure.rule import SuppressionRule

UNSTATED = "not stated"
_TWICE = "Two counts are {} for one cell of one release."
_FIRMEST: tuple[Reason, ...] = ("small", "base", "source")
"""Why a rule or a source withholds a count, from what tells most of it to what tells least."""


@dataclass(frozen=True, slots=True, repr=False)
class Known(Uncleared):
    """One fact for each cell of each release, however many tables hold it.

    ``tables`` have their cells named alike; ``sides`` are the facts of each table's rows as the table
    by itself states them, ``before`` those that are published before. ``releases`` are in the order
    in which the states of the data came.
    """

    tables: Sequence[CountedTable]
    sides: Sequence[Sequence[Sides]]
    facts: Mapping[Place, Fact]
    before: Mapping[Place, Fact]
    releases: Sequence[str]
    structure: Structure

    @property
    def asked(self) -> set[Place]:
        """The cells of the tables."""
        return {fact.place for rows in self.sides for fact in facts_in(rows)}

    @property
    def new(self) -> set[Place]:
        """The cells of which something is told that was not published before."""
        return {place for place, fact in self.facts.items() if fact != self.before.get(place)}


def known_of(
    tables: Sequence[CountedTable], rule: SuppressionRule, earlier: Sequence[Publication]
) -> Known:
    """What is known of the cells of tables, and of what came earlier.

    Raises:
        TotalsDisagree: two counts are given for one cell of one release.
    """
    said = [*(one.structure() for one in earlier), *(table.structure for table in tables)]
    structure = together(said)
    alike = [_alike(table, structure) for table in tables]
    sides = [facts_of(table, rule) for table in alike]
    before = _before(earlier, structure)
    fresh = _fresh(sides)
    facts = dict(before)
    for place, fact in fresh.items():
        held = facts.setdefault(place, fact)
        if _differ(held, fact):
            raise TotalsDisagree(_TWICE.format("given"), fact.key, _holders([place], sides))
        decisive = held if held.count is not None or held.reason else fact
        facts[place] = _of_two(held, fact, decisive)
    releases = [one.release for one in earlier]
    releases.extend(sorted({table.release for table in tables}))
    return Known(alike, sides, facts, before, order_of(facts.values(), releases), structure)


def _alike(table: CountedTable, structure: Structure) -> CountedTable:
    """The table with its cells named as in all others."""
    cells = tuple(replace(cell, key=_stated(cell.key, structure)) for cell in table.cells)
    return replace(table, cells=cells, structure=structure)


def _stated(key: Key, structure: Structure) -> Key:
    """The key without members that are everyone, with one of each dimension that has no everyone."""
    members = {n: m for n, m in key if m not in structure.everyone.get(n, ())}
    return key_of({**dict.fromkeys(structure.apart, UNSTATED), **members})


def _before(earlier: Sequence[Publication], structure: Structure) -> dict[Place, Fact]:
    found: dict[Place, Fact] = {}
    for told in (fact for one in earlier for fact in one.facts()):
        fact = replace(told, key=_stated(told.key, structure))
        held = found.setdefault(fact.place, fact)
        if _differ(held, fact):
            raise TotalsDisagree(_TWICE.format("published"), fact.key)
        found[fact.place] = _of_two(held, fact, max(held, fact, key=_tells))
    return found


def _fresh(sides: Sequence[Sequence[Sides]]) -> dict[Place, Fact]:
    found: dict[Place, Fact] = {}
    twice: set[Place] = set()
    for fact in (fact for rows in sides for fact in facts_in(rows)):
        held = found.setdefault(fact.place, fact)
        if _differ(held, fact):
            twice.add(fact.place)
        found[fact.place] = _of_two(held, fact, max(held, fact, key=_firmness))
    if twice:
        raise TotalsDisagree(_TWICE.format("given"), min(twice)[1], _holders(twice, sides))
    return found


def _holders(places: Container[Place], sides: Sequence[Sequence[Sides]]) -> list[int]:
    """Which tables hold one of some cells."""
    return [
        number
        for number, rows in enumerate(sides)
        if any(fact.place in places for fact in facts_in(rows))
    ]


def facts_in(sides: Iterable[Sides]) -> list[Fact]:
    """The facts of rows: of those who are counted, then of their bases."""
    rows = list(sides)
    return [*(row.those for row in rows), *(row.base for row in rows if row.base is not None)]


def _differ(one: Fact, other: Fact) -> bool:
    return one.count != other.count and None not in (one.count, other.count)


def _of_two(one: Fact, other: Fact, decisive: Fact) -> Fact:
    """The decisive of two facts of one cell, with the count that either knows."""
    return replace(decisive, count=other.count if one.count is None else one.count)


def _tells(fact: Fact) -> tuple[bool, bool]:
    """How much a published fact tells: what was shown once stays shown."""
    return fact.state == "shown", fact.reason != ""


def _firmness(fact: Fact) -> int:
    """How firmly a fact of a table says that its count is withheld."""
    if fact.reason in _FIRMEST:
        return 1 + len(_FIRMEST) - _FIRMEST.index(fact.reason)
    return int(fact.state == "open")
