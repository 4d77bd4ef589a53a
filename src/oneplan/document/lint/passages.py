"""Every piece of a plan's own words in plan order, for the rules that read words wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from oneplan.document.lint.each_part import Answer
from oneplan.document.lint.facts import PlacedAction, PlanFacts, Spot
from oneplan.document.lint.remembered import remembered
from oneplan.document.schema import Action, Element, Statement
from oneplan.vocabulary.findings import Source

Part = Literal[
    "plan title", "title", "statement", "indicator", "measure", "member",
    "action", "step", "due", "lead", "partner", "strategy", "group", "funding", "status",
]  # fmt: skip

SENTENCES: frozenset[Part] = frozenset({"statement", "measure", "action", "step"})
"""The parts that are written as sentences, where the others are names."""


class Passage(NamedTuple):
    """A text of the plan, what part of it that is, and where it stands."""

    text: str
    part: Part
    where: str | None
    source: Source | None
    subject: str | None

    @property
    def spot(self) -> Spot:
        """The passage itself."""
        return Spot(self.where, self.text, self.source, self.subject)


@remembered
def passages(facts: PlanFacts) -> list[Passage]:
    """All the plan's texts, the plan's own first, then element by element with its actions."""
    return [*_of_plan(facts), *chain.from_iterable(facts.of_each(_of_part))]


def in_passages(
    facts: PlanFacts, question: Callable[[Passage], Iterable[Answer]]
) -> Iterator[Answer]:
    """All that a question finds in each passage by itself, in plan order.

    It is asked anew only of parts that have not been read before: ``question`` is a function of a module.
    """
    own = (answer for passage in _of_plan(facts) for answer in question(passage))
    return chain(own, chain.from_iterable(facts.of_each(_of_passages(question))))


@cache
def _of_passages(
    question: Callable[[Passage], Iterable[Answer]],
) -> Callable[[Action | Element], list[Answer]]:
    def ask(part: Action | Element) -> list[Answer]:
        return [answer for passage in _of_part(part) for answer in question(passage)]

    return ask


def _of_plan(facts: PlanFacts) -> list[Passage]:
    found = [Passage(facts.plan.title, "plan title", None, None, None)]
    found += [_statement(statement, None, None) for statement in facts.plan.statements]
    return [passage for passage in found if passage.text]


def _of_part(part: Action | Element) -> list[Passage]:
    found = _of_action(part) if isinstance(part, Action) else _of_element(part)
    return [passage for passage in found if passage.text]


def _statement(statement: Statement, where: str | None, subject: str | None) -> Passage:
    return Passage(statement.text, "statement", where, statement.source, subject)


def _of_element(element: Element) -> Iterator[Passage]:
    where, subject = element.title, element.id
    yield Passage(element.title, "title", where, element.source, subject)
    for member in element.members:
        yield Passage(member, "member", where, element.source, subject)
    for statement in element.statements:
        # "We said …" is the heading of its part and its first statement.
        if statement.text != element.title:
            yield _statement(statement, where, subject)
    for indicator in element.indicators:
        text = indicator.text or indicator.name or ""
        yield Passage(text, "indicator", where, indicator.source or element.source, subject)
    for measure in element.measures:
        yield Passage(measure.text, "measure", where, measure.source or element.source, measure.id)


def _of_action(action: Action) -> Iterator[Passage]:
    where, source = PlacedAction(action, ()).where, action.source
    yield Passage(action.text, "action", where, source, action.id)
    for step in action.steps:
        yield Passage(step.text, "step", where, step.source or source, action.id)
    for measure in action.measures:
        yield Passage(measure.text, "measure", where, measure.source or source, measure.id)
    if action.due:
        yield Passage(action.due.text, "due", where, source, action.id)
    for money in action.funding:
        yield Passage(money.text, "funding", where, source, action.id)
    if action.status:
        yield Passage(action.status, "status", where, source, action.id)
    named: list[tuple[Part, list[str]]] = [
        ("lead", action.leads),
        ("partner", action.partners),
        ("strategy", action.strategies),
        ("group", action.groups),
    ]
    for part, names in named:
        for name in names:
            yield Passage(name, part, where, source, action.id)
