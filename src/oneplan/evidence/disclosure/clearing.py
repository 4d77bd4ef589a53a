"""Counted tables in, what may be shown of them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from oneplan.evidence.disclosure.cleared import (
    ClearedCell,
    ClearedTable,
    seal_of_disclosure_control,
)
from oneplan.evidence.disclosure.counted import CountedCell, CountedTable, Uncleared
from oneplan.evidence.disclosure.equations import Place
from oneplan.evidence.disclosure.facts import Fact, Reason, facts_of
from oneplan.evidence.disclosure.findings import told_of
from oneplan.evidence.disclosure.known import Known, facts_in
from oneplan.evidence.disclosure.publications import Publication, published
from oneplan.evidence.disclosure.rule import SuppressionRule
from oneplan.evidence.disclosure.showing import what_may_be_shown
from oneplan.evidence.disclosure.suppression import Pattern
from oneplan.vocabulary.findings import Finding

_SEAL = seal_of_disclosure_control()


@dataclass(frozen=True, slots=True, repr=False)
class Clearance(Uncleared):
    """What came of asking: the table as it may be shown, and what is for the analyst alone.

    ``reasons`` and ``base_reasons`` say for each cell why it is withheld, empty where it is shown.
    ``publication`` is to be remembered once the table is published; None where it must not be.
    """

    table: ClearedTable
    reasons: tuple[Reason, ...]
    base_reasons: tuple[Reason, ...]
    findings: tuple[Finding, ...]
    publication: Publication | None


def clear(
    table: CountedTable, rule: SuppressionRule, earlier: Sequence[Publication] = ()
) -> Clearance:
    """What may be shown of a table, so that it gives no withheld count back.

    As ``clear_together`` does it for one table. Those that come out at one time are better cleared
    together: a pattern chosen without knowing the next table may stand in its way.
    """
    return clear_together([table], rule, earlier)[0]


def clear_together(
    tables: Sequence[CountedTable], rule: SuppressionRule, earlier: Sequence[Publication] = ()
) -> list[Clearance]:
    """What may be shown of tables that are published as one set; a clearance for each, in their order.

    The pattern is the same in whatever order they come. ``earlier`` is everything published before of
    the same people, the oldest first: it is taken as known to everybody, and its withheld counts are
    protected like those of the tables. Of a table that would narrow a count to fewer than four values,
    and further than earlier publications do, nothing is shown, nor where the proof fails; a finding
    says why. What is found of no table by itself is told with the first that is shown.
    """
    showing = what_may_be_shown(tables, rule, earlier)
    found = {place: _nothing(tables[place], rule, told) for place, told in showing.refused.items()}
    known, pattern = showing.known, showing.pattern
    decided = {place: _decided(fact, pattern) for place, fact in known.facts.items()}
    findings = told_of(known, pattern)
    for number, place in enumerate(showing.places):
        found[place] = _shown(known, number, decided, rule, tuple(findings[number]))
    return [found[place] for place in range(len(tables))]


def _shown(
    known: Known,
    number: int,
    decided: Mapping[Place, Fact],
    rule: SuppressionRule,
    findings: tuple[Finding, ...],
) -> Clearance:
    table, sides = known.tables[number], known.sides[number]
    own = [decided[place] for place in dict.fromkeys(fact.place for fact in facts_in(sides))]
    return _clearance(
        table,
        rule,
        [_reason(side.those, decided) for side in sides],
        [_reason(side.base, decided) for side in sides],
        findings,
        published(table.title, table.release, rule.name, own, table.structure),
    )


def _nothing(
    table: CountedTable, rule: SuppressionRule, findings: tuple[Finding, ...]
) -> Clearance:
    """Everything withheld, since it may not be shown or nothing could be proved."""
    reasons: list[Reason] = [side.those.reason or "other" for side in facts_of(table, rule)]
    return _clearance(table, rule, reasons, ["other"] * len(reasons), findings, None)


def _decided(fact: Fact, pattern: Pattern) -> Fact:
    if fact.place in pattern.withheld:
        return replace(fact, state="withheld", reason="other")
    return replace(fact, state="shown") if fact.state == "open" else fact


def _reason(fact: Fact | None, decided: Mapping[Place, Fact]) -> Reason:
    """Why a cell is withheld; what the rule itself withholds stays so even if it was shown before."""
    if fact is None:
        return ""
    return fact.reason or decided[fact.place].reason


def _clearance(
    table: CountedTable,
    rule: SuppressionRule,
    reasons: Sequence[Reason],
    base_reasons: Sequence[Reason],
    findings: tuple[Finding, ...],
    publication: Publication | None,
) -> Clearance:
    cells = tuple(
        _cell(cell, rule, reason, base_reason)
        for cell, reason, base_reason in zip(table.cells, reasons, base_reasons, strict=True)
    )
    cleared = ClearedTable(table.title, table.release, rule.name, cells, _SEAL)
    return Clearance(cleared, tuple(reasons), tuple(base_reasons), findings, publication)


def _cell(
    cell: CountedCell, rule: SuppressionRule, reason: Reason, base_reason: Reason
) -> ClearedCell:
    count = None if reason or cell.count is None else rule.rounded(cell.count)
    base = None if base_reason or cell.base is None else rule.rounded(cell.base)
    sign = rule.symbol if reason else cell.symbol
    return ClearedCell(
        key=cell.key,
        text=sign if count is None else str(count),
        count=count,
        base_text=(rule.symbol if base_reason else "") if base is None else str(base),
        base=base,
        exact=rule.round_to == 1,
        seal=_SEAL,
    )
