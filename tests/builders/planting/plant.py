"""What a plant is, and the digging that all plants share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from builders.themes import PLACES, THEMES, Subject
from builders.wording import Figure
from oneplan.document.identity import with_ids
from oneplan.document.lint.facts import PlacedAction, PlacedElement, PlanFacts, first_words
from oneplan.document.periods import months_of
from oneplan.document.schema import Action, Indicator, Measure, PlanDocument


@dataclass(frozen=True)
class Planted:
    """A plan with a fault in it.

    ``where`` holds the places of which one must be the finding's (references, first words or titles; None
    for the plan itself); ``words`` must stand in what the finding quotes, "" where any will do.
    """

    plan: PlanDocument
    where: tuple[str | None, ...]
    words: str = ""


@dataclass(frozen=True)
class Plant:
    """How to plant a rule's fault, and what looks like it and is right."""

    rule: str
    plant: Callable[[PlanDocument, Random], Planted | None]
    clean_twin: Callable[[PlanDocument, Random], PlanDocument]


def copied(plan: PlanDocument) -> PlanDocument:
    """A copy that may be changed."""
    return plan.model_copy(deep=True)


def elements_of(plan: PlanDocument) -> list[PlacedElement]:
    """Every element of the plan with where it lies."""
    return PlanFacts(plan).elements


def actions_of(plan: PlanDocument) -> list[PlacedAction]:
    """The plan's actions that are more than pointers, with where they lie."""
    return [
        placed
        for placed in PlanFacts(plan).actions
        if placed.action.measures or not placed.action.cross_references
    ]


def plan_year(plan: PlanDocument) -> int:
    """The year in which the plan begins; 2012 where it does not say."""
    start = plan.period.start if plan.period else None
    return int(start[:4]) if start else 2012


def some_subject(random: Random, unit: str | None = None) -> tuple[Subject, str]:
    """Something that could be counted (in that unit), and a place."""
    subjects = [s for theme in THEMES for s in theme.subjects if unit in (None, s.unit)]
    return random.choice(subjects), random.choice(PLACES) + " and around"


def sound_figure(plan: PlanDocument, random: Random, unit: str | None = None) -> Figure:
    """A figure without a fault that no measure of the plan has: the year before the plan to its first March."""
    subject, place = some_subject(random, unit)
    year = plan_year(plan)
    digits = 1 if subject.unit == "percent" else 0
    start = round(random.uniform(subject.low, subject.high), digits)
    by = start * random.uniform(0.12, 0.25)
    end = round(start + by if subject.up else start - by, digits)
    return Figure(
        subject=f"{subject.name} in {place}",
        unit=subject.unit,
        start=start,
        start_period=random.choice((f"{year}-03", f"{year - 1}/{year % 100:02}")),
        end=min(end, 97.0) if subject.unit == "percent" else end,
        end_period=f"{year + 1}-03",
        direction="increase" if subject.up else "decrease",
    )


def with_measure(plan: PlanDocument, random: Random, *measures: Measure) -> Planted | None:
    """A copy of the plan with the measures added to one of its actions; None where it has no action.

    The first measure's words are what a finding must quote.
    """
    changed = copied(plan)
    holders = actions_of(changed)
    if not holders:
        return _with_outcome_measure(changed, random, *measures)
    placed = random.choice(holders)
    placed.action.measures += measures
    return Planted(with_ids(changed), (placed.where,), measures[0].text)


def _with_outcome_measure(plan: PlanDocument, random: Random, *measures: Measure) -> Planted | None:
    elements = elements_of(plan)
    if not elements:
        return None
    element = random.choice(elements).element
    element.measures += measures
    return Planted(with_ids(plan), (element.title,), measures[0].text)


def plan_with(plan: PlanDocument, random: Random, *measures: Measure) -> PlanDocument:
    """The plan with the measures added somewhere, for clean twins; as it was where there is no room."""
    planted = with_measure(plan, random, *measures)
    return planted.plan if planted else plan


def with_action(plan: PlanDocument, random: Random, action: Action) -> Planted | None:
    """A copy of the plan with the action added to one of its elements that hold actions."""
    changed = copied(plan)
    holders = [placed.element for placed in elements_of(changed) if placed.element.actions]
    if not holders:
        return None
    random.choice(holders).actions.append(action)
    return Planted(with_ids(changed), (action.ref or first_words(action.text),), action.text)


def with_two(plan: PlanDocument, random: Random, one: Measure, other: Measure) -> Planted | None:
    """A copy of the plan with two measures under two different elements or actions."""
    changed = copied(plan)
    actions = actions_of(changed)
    if len(actions) >= 2:
        first, second = random.sample(actions, k=2)
        if first.where == second.where:
            return None
        first.action.measures.append(one)
        second.action.measures.append(other)
        return Planted(with_ids(changed), (first.where, second.where), other.text)
    elements = elements_of(changed)
    if len(elements) < 2:
        return None
    above, below = random.sample(elements, k=2)
    above.element.measures.append(one)
    below.element.measures.append(other)
    return Planted(with_ids(changed), (above.element.title, below.element.title), other.text)


def dated_action(plan: PlanDocument, random: Random) -> tuple[PlacedAction, int] | None:
    """One of the plan's actions with a month by when, and that month counted from the year nought."""
    dated = [
        (placed, months.last)
        for placed in actions_of(plan)
        if placed.action.due and (months := months_of(placed.action.due.month))
    ]
    return random.choice(dated) if dated else None


def month_named(number: int) -> str:
    """The month with that count from the year nought, as "2010-03"."""
    return f"{number // 12}-{number % 12 + 1:02}"


def with_indicators(plan: PlanDocument, random: Random, *named: tuple[str, str]) -> Planted | None:
    """A copy of the plan with an indicator, code and name, added to each of as many elements."""
    changed = copied(plan)
    elements = elements_of(changed)
    if len(elements) < len(named):
        return None
    chosen = random.sample(elements, k=len(named))
    for placed, (code, name) in zip(chosen, named, strict=True):
        text = f"{name} ({code})"
        placed.element.indicators.append(Indicator(code=code, name=name, text=text))
    where = tuple(placed.element.title for placed in chosen)
    return Planted(changed, where, f"{named[-1][1]} ({named[-1][0]})")
