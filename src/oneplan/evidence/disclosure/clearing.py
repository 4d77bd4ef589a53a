"""A counted table in, what may be shown of it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from oneplan.evidence.disclosure.cleared import (
    ClearedCell,
    ClearedTable,
    seal_of_disclosure_control,
)
from oneplan.evidence.disclosure.counted import (
    CountedCell,
    CountedTable,
    Key,
    Structure,
    Uncleared,
    key_of,
)
from oneplan.evidence.disclosure.equations import Place, TooLarge
from oneplan.evidence.disclosure.facts import Fact, Reason, Sides, facts_of
from oneplan.evidence.disclosure.findings import cannot, told_of, unproved
from oneplan.evidence.disclosure.kinship import TotalsDisagree
from oneplan.evidence.disclosure.publications import Publication, published, together
from oneplan.evidence.disclosure.rule import SuppressionRule
from oneplan.evidence.disclosure.suppression import Pattern, pattern_of
from oneplan.vocabulary.findings import Finding

UNSTATED = "not stated"
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

    ``earlier`` is everything published before of the same people, the oldest first: it is taken as
    known to everybody, and its withheld counts are protected like those of the table. Where the
    proof fails nothing is shown, and a finding says why.
    """
    structure = together([*(one.structure() for one in earlier), table.structure])
    cells = tuple(replace(cell, key=_stated(cell.key, structure)) for cell in table.cells)
    table = replace(table, cells=cells)
    sides = facts_of(replace(table, structure=structure), rule)
    fresh = _fresh(sides)
    try:
        known = _known(fresh, earlier, structure)
        releases = list(dict.fromkeys([*(one.release for one in earlier), table.release]))
        pattern = pattern_of(known, {fact.place for fact in fresh}, releases, structure, rule)
    except (TotalsDisagree, TooLarge) as error:
        return _nothing(table, rule, sides, cannot(error))
    if not pattern.proved:
        return _nothing(table, rule, sides, unproved())
    findings = told_of(fresh, known, pattern)
    decided = {place: _decided(fact, pattern) for place, fact in known.items()}
    own = [decided[place] for place in dict.fromkeys(fact.place for fact in fresh)]
    return _clearance(
        table,
        rule,
        [_reason(side.those, decided) for side in sides],
        [_reason(side.base, decided) for side in sides],
        tuple(findings),
        published(table.title, table.release, rule.name, own, table.structure),
    )


def _stated(key: Key, structure: Structure) -> Key:
    """The key without members that are everyone, with one of each dimension that has no everyone."""
    members = {n: m for n, m in key if m not in structure.everyone.get(n, ())}
    return key_of({**dict.fromkeys(structure.apart, UNSTATED), **members})


def _fresh(sides: Sequence[Sides]) -> list[Fact]:
    facts = [side.those for side in sides]
    return [*facts, *(side.base for side in sides if side.base is not None)]


def _known(
    fresh: Sequence[Fact], earlier: Sequence[Publication], structure: Structure
) -> dict[Place, Fact]:
    """One fact for each place: what was shown stays shown, what was withheld stays withheld."""
    before: dict[Place, Fact] = {}
    for told in (fact for one in earlier for fact in one.facts()):
        fact = replace(told, key=_stated(told.key, structure))
        held = before.get(fact.place)
        if held is not None and held.count != fact.count and None not in (held.count, fact.count):
            raise TotalsDisagree("Two counts were published for one cell of one release.", fact.key)
        before[fact.place] = held if held is not None and held.state == "shown" else fact
    known = dict(before)
    for fact in fresh:
        held = known.get(fact.place)
        if held is not None and held.count != fact.count and None not in (held.count, fact.count):
            raise TotalsDisagree("Two counts are given for one cell of one release.", fact.key)
        if held is None or held.count is None or _is_firmer(fact, held, before):
            known[fact.place] = fact
    return known


def _is_firmer(fact: Fact, held: Fact, before: Mapping[Place, Fact]) -> bool:
    """Whether a fact says more of what is withheld than one of the same table does."""
    if fact.place in before and held.reason:
        return False
    return held.state == "open" and fact.state == "withheld"


def _decided(fact: Fact, pattern: Pattern) -> Fact:
    if fact.place in pattern.withheld:
        return replace(fact, state="withheld", reason="other")
    return replace(fact, state="shown") if fact.state == "open" else fact


def _reason(fact: Fact | None, decided: dict[Place, Fact]) -> Reason:
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


def _nothing(
    table: CountedTable, rule: SuppressionRule, sides: Sequence[Sides], finding: Finding
) -> Clearance:
    """Everything withheld, since nothing could be proved."""
    reasons: list[Reason] = [side.those.reason or "other" for side in sides]
    return _clearance(table, rule, reasons, ["other"] * len(sides), (finding,), None)
