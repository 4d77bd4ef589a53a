"""The facts of a plan that the rules ask for, gathered in one walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from oneplan.document.lint.each_part import Answer, EachPart, Question
from oneplan.document.schema import Action, Element, Measure, PlanDocument, Statement
from oneplan.vocabulary.findings import Finding, Severity, Source


@dataclass(frozen=True, slots=True)
class Known:
    """What the world outside the plan knows, handed in by the caller.

    ``indicators`` maps a normalised code ("NI 55") to its official title; ``bodies`` are names of
    organisations that exist; ``acronyms`` maps an acronym to its usual meaning.
    """

    indicators: Mapping[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    acronyms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spot:
    """What a finding says of its subject: where it is, its words, its place in the source and its id."""

    where: str | None
    words: str
    source: Source | None
    subject: str | None


class HasSpot(Protocol):
    """Something that a finding can be about."""

    @property
    def spot(self) -> Spot:
        """Where it is and what it says."""


@dataclass(frozen=True, slots=True)
class PlacedElement:
    """An element with the elements it lies in, outermost first."""

    element: Element
    path: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class PlacedAction:
    """An action with the elements it lies in, outermost first."""

    action: Action
    path: tuple[Element, ...]

    @property
    def where(self) -> str:
        """The action's reference, or its first words where it has none."""
        return self.action.ref or first_words(self.action.text)

    @property
    def spot(self) -> Spot:
        """The action with its first words."""
        action = self.action
        return Spot(self.where, first_words(action.text), action.source, action.id)


@dataclass(frozen=True, slots=True)
class PlacedMeasure:
    """A measure with its action, or None where it stands under an element alone."""

    measure: Measure
    action: Action | None
    path: tuple[Element, ...]

    @property
    def where(self) -> str:
        """The action's reference or first words, else the title of the element."""
        if self.action is not None:
            return self.action.ref or first_words(self.action.text)
        return self.path[-1].title if self.path else ""

    @property
    def spot(self) -> Spot:
        """The whole measure, at its action's place where it has none of its own."""
        measure = self.measure
        source = measure.source or (self.action.source if self.action else None)
        return Spot(self.where, measure.text, source, measure.id)


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement with the elements it lies in; none for the plan's own."""

    statement: Statement
    path: tuple[Element, ...]

    @property
    def where(self) -> str | None:
        """The title of the element that holds it, None for the plan's own."""
        return self.path[-1].title if self.path else None


def first_words(text: str, most: int = 8) -> str:
    """The first words of a text, with an ellipsis where it goes on."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


Unit = PlacedElement | PlacedAction
"""What is read by itself: an element with what it says before its actions, an action with its measures."""


class PlanFacts:
    """A plan and its parts in plan order, each list made once and when first asked for.

    ``units`` are the parts to go through, where those are not all of the plan's: the plan then says
    only what stands around them. ``before`` is what was worked out of its parts in the reading before.
    """

    def __init__(
        self,
        plan: PlanDocument,
        known: Known | None = None,
        units: Sequence[Unit] | None = None,
        before: EachPart | None = None,
    ) -> None:
        self.plan = plan
        self.known = known or Known()
        self._before = before
        if units is not None:
            self.units = units

    def of_each(self, question: Question[Answer]) -> list[Answer]:
        """What a question says of each unit's own part, whatever stands around it, in plan order."""
        return self.each.ask(question)

    @cached_property
    def each(self) -> EachPart:
        """The units' own parts, and what was asked of them."""
        parts = [
            unit.action if isinstance(unit, PlacedAction) else unit.element for unit in self.units
        ]
        return EachPart(parts, self._before)

    @cached_property
    def units(self) -> Sequence[Unit]:
        """Every element, parents before children, each followed by its own actions."""
        return list(_walk(self.plan.elements))

    @cached_property
    def elements(self) -> list[PlacedElement]:
        """Every element, parents before children."""
        return [unit for unit in self.units if isinstance(unit, PlacedElement)]

    @cached_property
    def actions(self) -> list[PlacedAction]:
        """Every action with where it lies."""
        return [unit for unit in self.units if isinstance(unit, PlacedAction)]

    @cached_property
    def measures(self) -> list[PlacedMeasure]:
        """Every measure: of each element first its own, then its actions'."""
        return [measure for unit in self.units for measure in _measures(unit)]

    @cached_property
    def statements(self) -> list[PlacedStatement]:
        """Every statement, the plan's own first."""
        own = [PlacedStatement(statement, ()) for statement in self.plan.statements]
        return own + [
            PlacedStatement(statement, (*placed.path, placed.element))
            for placed in self.elements
            for statement in placed.element.statements
        ]


def _measures(unit: Unit) -> list[PlacedMeasure]:
    if isinstance(unit, PlacedAction):
        action = unit.action
        return [PlacedMeasure(measure, action, unit.path) for measure in action.measures]
    path = (*unit.path, unit.element)
    return [PlacedMeasure(measure, None, path) for measure in unit.element.measures]


def _walk(elements: list[Element]) -> Iterator[Unit]:
    pending: list[tuple[Element, tuple[Element, ...]]]
    pending = [(element, ()) for element in reversed(elements)]
    while pending:
        element, above = pending.pop()
        below = (*above, element)
        yield PlacedElement(element, above)
        yield from (PlacedAction(action, below) for action in element.actions)
        pending += [(child, below) for child in reversed(element.children)]


def about(
    rule: str,
    severity: Severity,
    subject: HasSpot | Element,
    message: str,
    *,
    quotes: tuple[str, ...] = (),
    fix: str | None = None,
    source: Source | None = None,
) -> Finding:
    """A finding about a measure, an action, an element or a passage.

    Without quotes it quotes the subject's own words, without a source it lies where the subject does.
    """
    spot = _spot(subject) if isinstance(subject, Element) else subject.spot
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        where=spot.where,
        quotes=quotes or (spot.words,),
        fix=fix,
        source=source or spot.source,
        subject=spot.subject,
    )


def _spot(element: Element) -> Spot:
    return Spot(element.title, element.title, element.source, element.id)
