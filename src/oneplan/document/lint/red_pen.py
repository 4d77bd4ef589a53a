"""The red pen over a plan that is edited: of what looks at one part alone only what an edit touched is read anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from oneplan.document.lint.each_part import EachPart
from oneplan.document.lint.facts import Known, PlacedAction, PlacedElement, PlanFacts, Unit
from oneplan.document.lint.rule import Rule
from oneplan.document.lint.rule_list import RULES
from oneplan.document.schema import Element, Period, PlanDocument
from oneplan.vocabulary.findings import Finding, Fingerprinted, Source

_Place = tuple[int, int, int, int, int]
_Marked = tuple[int, Finding]
"""The number of a rule and what it finds."""
_NOTHING = PlanDocument(title="")


class RedPen:
    """Reads states of one plan one after another. What it finds is always what a first reading finds.

    A plan that is read again must not have been changed in place: what is the same object is the same.
    """

    def __init__(self, known: Known | None = None, rules: Sequence[Rule] = RULES) -> None:
        self._known = known or Known()
        self._rules = rules
        self._read: _Read | None = None
        self._each: EachPart | None = None
        self._fingerprinted = Fingerprinted()

    def lint(self, plan: PlanDocument) -> list[Finding]:
        """What the rules find in a plan, in the order of the source, each with its fingerprint."""
        facts, before = PlanFacts(plan, self._known, before=self._each), self._read
        now = _Read.of(facts, before)
        if before is None or not before.comparable(now):
            now.alone = self._found(facts, "alone")
        else:
            gone, come = before.but_for(now), now.but_for(before)
            lost = Counter(self._found(gone.facts(self._known), "alone"))
            now.alone = _without(before.alone, lost)
            now.alone += self._found(come.facts(self._known), "alone")
        self._read = now
        found = [*now.alone, *self._found(facts, "across")]
        facts.each.has_been_read()
        self._each = facts.each
        return self._fingerprinted.of(finding for _, finding in _in_order(found, facts))

    def _found(self, facts: PlanFacts, scope: str) -> list[_Marked]:
        return [
            (number, finding)
            for number, rule in enumerate(self._rules)
            if rule.scope == scope
            for finding in rule.check(facts)
        ]


@dataclass(frozen=True, slots=True)
class _Some:
    """Some of a plan: what it says before its elements, where that counts, and some of its units."""

    head: PlanDocument
    period: Period | None
    units: list[Unit]

    def facts(self, known: Known) -> PlanFacts:
        """The facts of this much and no more."""
        return PlanFacts(self.head.model_copy(update={"period": self.period}), known, self.units)


@dataclass(frozen=True, slots=True)
class _Bare:
    """An element without what hangs on it: ``own`` with its measures, ``outline`` as it is seen from below."""

    element: Element
    own: Element
    outline: Element

    @classmethod
    def of(cls, element: Element, before: _Bare | None) -> _Bare:
        """An element bare; what is as it was before is the same object."""
        if before is not None and before.element is element:
            return before
        own = element.model_copy(update={"actions": [], "children": []})
        outline = own.model_copy(update={"measures": []})
        if before is not None and before.outline == outline:
            outline = before.outline
        return cls(element, own, outline)


@dataclass(slots=True)
class _Read:
    """A state of a plan that was read: its units by their ids, and what the rules found in each alone."""

    head: PlanDocument
    units: dict[str, Unit]
    elements: dict[str, _Bare]
    complete: bool
    alone: list[_Marked] = field(default_factory=list)

    @classmethod
    def of(cls, facts: PlanFacts, before: _Read | None) -> _Read:
        """What is there to read. What is as it was before is the same object."""
        plan = facts.plan
        head = plan.model_copy(
            update={"elements": [], "organisations": [], "glossary": [], "places": []}
        )
        known = before.elements if before else {}
        elements: dict[str, _Bare] = {}
        units: dict[str, Unit] = {}
        for unit in facts.units:
            path = tuple(elements[above.id or ""].outline for above in unit.path)
            if isinstance(unit, PlacedAction):
                units[unit.action.id or ""] = PlacedAction(unit.action, path)
                continue
            name = unit.element.id or ""
            elements[name] = _Bare.of(unit.element, known.get(name))
            units[name] = PlacedElement(elements[name].own, path)
        return cls(head, units, elements, complete=len(units) == len(facts.units))

    def comparable(self, other: _Read) -> bool:
        """Whether units are known by their ids, and nothing that stands around all of them differs."""
        return self.complete and other.complete and self.head.period == other.head.period

    def but_for(self, other: _Read) -> _Some:
        """What is here and not just so in the other."""
        head = _NOTHING if self.head == other.head else self.head
        units = [unit for key, unit in self.units.items() if other.units.get(key) != unit]
        return _Some(head, self.head.period, units)


def _without(found: Iterable[_Marked], lost: Counter[_Marked]) -> list[_Marked]:
    kept = []
    for each in found:
        if lost[each]:
            lost[each] -= 1
        else:
            kept.append(each)
    return kept


def _in_order(found: list[_Marked], facts: PlanFacts) -> list[_Marked]:
    """By the place in the source; where that is the same by rule, then in the order of the plan."""
    order = _order(facts)

    def place(each: _Marked) -> tuple[_Place, int, int]:
        number, finding = each
        return _place(finding.source or Source()), number, order.get(finding.subject or "", -1)

    return sorted(found, key=place)


def _order(facts: PlanFacts) -> dict[str, int]:
    order: dict[str, int] = {}
    for number, unit in enumerate(facts.units):
        part = unit.action if isinstance(unit, PlacedAction) else unit.element
        order |= {each.id: number for each in (part, *part.measures) if each.id}
    return order


def _place(source: Source) -> _Place:
    return (
        source.page or 0,
        source.line or 0,
        source.table or 0,
        source.row or 0,
        source.column or 0,
    )
