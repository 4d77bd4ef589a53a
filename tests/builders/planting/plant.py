"""What a plant is, and the digging that all plants share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from builders.themes import PLACES, THEMES, Subject
from builders.wording import Figure
from oneplan.document.identity import with_ids
from oneplan.document.lint.facts import PlacedAction, PlacedElement, PlanFacts
from oneplan.document.schema import Measure, PlanDocument


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
