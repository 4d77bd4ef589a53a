"""Which of some tables may be shown together: all of them, if they can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from oneplan.evidence.disclosure.counted import CountedTable, Key, Uncleared
from oneplan.evidence.disclosure.equations import TooLarge
from oneplan.evidence.disclosure.findings import cannot, held_back, unproved
from oneplan.evidence.disclosure.kinship import TotalsDisagree
from oneplan.evidence.disclosure.known import Known, known_of
from oneplan.evidence.disclosure.publications import Publication
from oneplan.evidence.disclosure.rule import SuppressionRule
from oneplan.evidence.disclosure.suppression import Pattern, pattern_of
from oneplan.vocabulary.findings import Finding


class _Refused(Exception):
    """Some tables may not be shown together; ``findings`` say why, ``tables`` which by themselves."""

    def __init__(self, findings: Sequence[Finding], tables: Collection[int] = ()) -> None:
        super().__init__()
        self.findings = tuple(findings)
        self.tables = tables


@dataclass(frozen=True, slots=True, repr=False)
class Showing(Uncleared):
    """What is decided of some tables.

    ``places`` are those of the tables that may be shown, in the order in which ``known`` holds them;
    ``refused`` are the places of the others, with what is told of each.
    """

    places: Sequence[int]
    known: Known
    pattern: Pattern
    refused: Mapping[int, tuple[Finding, ...]]


def what_may_be_shown(
    tables: Sequence[CountedTable], rule: SuppressionRule, earlier: Sequence[Publication]
) -> Showing:
    """The tables that may be shown together after the earlier ones, and their pattern.

    Where it cannot be all of them they are taken one after another, in an order of their own and not
    in that in which they come, and those are left out that cannot join the ones before.
    """
    refused: dict[int, tuple[Finding, ...]] = {}
    order = sorted(range(len(tables)), key=lambda place: _rank(tables[place]))
    while True:
        try:
            return Showing(order, *_together(_some(tables, order), rule, earlier), refused)
        except _Refused as error:
            wrong = [order[place] for place in error.tables] if len(order) > 1 else order
            if not wrong:
                break
            refused.update(dict.fromkeys(wrong, error.findings))
            order = [place for place in order if place not in wrong]
    return _one_after_another(tables, order, rule, earlier, refused)


def _one_after_another(
    tables: Sequence[CountedTable],
    order: Sequence[int],
    rule: SuppressionRule,
    earlier: Sequence[Publication],
    refused: dict[int, tuple[Finding, ...]],
) -> Showing:
    chosen: list[int] = []
    decided = _together([], rule, earlier)
    for place in order:
        try:
            decided = _together(_some(tables, [*chosen, place]), rule, earlier)
            chosen.append(place)
        except _Refused as error:
            refused[place] = error.findings
    return Showing(chosen, *decided, refused)


def _some(tables: Sequence[CountedTable], places: Sequence[int]) -> list[CountedTable]:
    return [tables[place] for place in places]


def _together(
    tables: Sequence[CountedTable], rule: SuppressionRule, earlier: Sequence[Publication]
) -> tuple[Known, Pattern]:
    """What is known of tables, and what of them is withheld.

    Raises:
        _Refused: they cannot be shown together.
    """
    if not tables:
        return known_of([], rule, ()), Pattern()
    try:
        known = known_of(tables, rule, earlier)
        pattern = pattern_of(known, rule)
    except TotalsDisagree as error:
        raise _Refused([cannot(error)], error.tables) from error
    except TooLarge as error:
        raise _Refused([cannot(error)]) from error
    if known.new and not pattern.proved:
        raise _Refused([unproved()])
    if pattern.narrowed:
        raise _Refused([held_back(place) for place in sorted(pattern.narrowed)])
    return known, pattern


def _rank(table: CountedTable) -> tuple[str, str, list[tuple[Key, int]]]:
    """What tells a table from others, so that they have an order of their own."""
    cells = ((cell.key, -1 if cell.count is None else cell.count) for cell in table.cells)
    return table.release, table.title, sorted(cells)
