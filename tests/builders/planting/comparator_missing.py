"""A comparison with nobody."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_with, plan_year, some_subject, with_measure
from oneplan.document.schema import Measure, PlanDocument, Relation, Target

_RELATIONS: tuple[tuple[str, Relation], ...] = (
    ("to be in line with", "in_line_with"),
    ("to be better than", "better_than"),
    ("not to differ significantly from", "not_significantly_different_from"),
)


def _measure(plan: PlanDocument, random: Random, whose: str, comparator: str | None) -> Measure:
    subject, place = some_subject(random, "percent")
    words, relation = random.choice(_RELATIONS)
    year = plan_year(plan) + 1
    return Measure(
        text=f"The percentage of {subject.name} in {place} {words} {whose} in {year}.",
        kind="quantified",
        direction="reach",
        targets=[
            Target(
                text=f"{words} {whose}", relation=relation, comparator=comparator, period=str(year)
            )
        ],
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The average of nobody in particular."""
    return with_measure(plan, random, _measure(plan, random, "the average", None))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The average of a named comparator."""
    whose, comparator = random.choice(
        (
            ("the England average", "England"),
            ("statistical neighbours’ average", "statistical_neighbours"),
        )
    )
    return plan_with(plan, random, _measure(plan, random, whose, comparator))


PLANT = Plant("comparator-missing", plant, clean_twin)
