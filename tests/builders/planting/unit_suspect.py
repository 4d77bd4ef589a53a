"""A figure that its unit cannot carry."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.themes import UnitKind
from builders.wording import Figure, measure_of
from oneplan.document.schema import PlanDocument

_RATES = (
    ("hospital admissions after self-harm at ages 10 to 24", 420.0, 380.0),
    ("alcohol-related hospital admissions of adults", 1900.0, 1700.0),
)


def _rate(plan: PlanDocument, random: Random, unit: UnitKind) -> Figure:
    subject, start, end = random.choice(_RATES)
    figure = sound_figure(plan, random, "per 100,000")
    return replace(figure, subject=subject, unit=unit, start=start, end=end, direction="decrease")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """More than a hundred per cent of a whole, or a rate over too few people."""
    if random.random() < 0.5:
        figure = sound_figure(plan, random, "percent")
        wrong = replace(
            figure, start=52.0, end=float(random.randint(104, 180)), direction="increase"
        )
        return with_measure(plan, random, measure_of(wrong, random))
    return with_measure(plan, random, measure_of(_rate(plan, random, "per 10,000"), random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same rate over the usual population; everyone, and no more."""
    if random.random() < 0.5:
        figure = replace(
            sound_figure(plan, random, "percent"), start=52.0, end=100.0, direction="increase"
        )
        return plan_with(plan, random, measure_of(figure, random))
    return plan_with(plan, random, measure_of(_rate(plan, random, "per 100,000"), random))


PLANT = Plant("unit-suspect", plant, clean_twin)
