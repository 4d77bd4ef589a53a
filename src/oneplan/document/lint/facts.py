"""The facts of a plan that the rules ask for, gathered in one walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

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


class PlanFacts:
    """A plan and its parts in plan order, each list made once and when first asked for."""

    def __init__(self, plan: PlanDocument, known: Known | None = None) -> None:
        self.plan = plan
        self.known = known or Known()

    @cached_property
    def elements(self) -> list[PlacedElement]:
        """Every element, parents before children."""
        return list(_walk(self.plan.elements, ()))

    @cached_property
    def actions(self) -> list[PlacedAction]:
        """Every action with where it lies."""
        return [
            PlacedAction(action, (*placed.path, placed.element))
            for placed in self.elements
            for action in placed.element.actions
        ]

    @cached_property
    def measures(self) -> list[PlacedMeasure]:
        """Every measure: of each element first its own, then its actions'."""
        found = []
        for placed in self.elements:
            path = (*placed.path, placed.element)
            found += [PlacedMeasure(measure, None, path) for measure in placed.element.measures]
            found += [
                PlacedMeasure(measure, action, path)
                for action in placed.element.actions
                for measure in action.measures
            ]
        return found

    @cached_property
    def statements(self) -> list[PlacedStatement]:
        """Every statement, the plan's own first."""
        own = [PlacedStatement(statement, ()) for statement in self.plan.statements]
        return own + [
            PlacedStatement(statement, (*placed.path, placed.element))
            for placed in self.elements
            for statement in placed.element.statements
        ]


def _walk(elements: list[Element], path: tuple[Element, ...]) -> Iterator[PlacedElement]:
    pending = [(element, path) for element in reversed(elements)]
    while pending:
        element, above = pending.pop()
        yield PlacedElement(element, above)
        below = (*above, element)
        pending += [(child, below) for child in reversed(element.children)]


def about_measure(
    rule: str,
    severity: Severity,
    placed: PlacedMeasure,
    message: str,
    *,
    quotes: tuple[str, ...] = (),
    fix: str | None = None,
) -> Finding:
    """A finding about a measure; without quotes it quotes the whole of it."""
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        where=placed.where,
        quotes=quotes or (placed.measure.text,),
        fix=fix,
        source=placed.measure.source or (placed.action.source if placed.action else None),
        subject=placed.measure.id,
    )


def about_action(
    rule: str,
    severity: Severity,
    placed: PlacedAction,
    message: str,
    *,
    quotes: tuple[str, ...] = (),
    fix: str | None = None,
    source: Source | None = None,
) -> Finding:
    """A finding about an action; without quotes it quotes the action's first words."""
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        where=placed.where,
        quotes=quotes or (first_words(placed.action.text),),
        fix=fix,
        source=source or placed.action.source,
        subject=placed.action.id,
    )


def about_element(
    rule: str,
    severity: Severity,
    element: Element,
    message: str,
    *,
    quotes: tuple[str, ...] = (),
    fix: str | None = None,
    source: Source | None = None,
) -> Finding:
    """A finding about an element; without quotes it quotes the title."""
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        where=element.title,
        quotes=quotes or (element.title,),
        fix=fix,
        source=source or element.source,
        subject=element.id,
    )
