"""A target that is hardly a change."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The target lies half a per cent from the baseline."""
    figure = sound_figure(plan, random)
    start = round(figure.start or 0, 1)
    way = 1 if figure.direction == "increase" else -1
    figure = replace(figure, start=start, end=round(start * (1 + way * 0.004), 2))
    return with_measure(plan, random, measure_of(figure, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A change that a person would notice."""
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("negligible-target", plant, clean_twin)
