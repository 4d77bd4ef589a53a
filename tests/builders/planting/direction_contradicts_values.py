"""A reduction whose figures rise, an increase whose figures fall."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The words say one way, the figures go the other."""
    figure = sound_figure(plan, random)
    turned = "decrease" if figure.direction == "increase" else "increase"
    return with_measure(plan, random, measure_of(replace(figure, direction=turned), random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A fall that is meant to fall, a rise that is meant to rise."""
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("direction-contradicts-values", plant, clean_twin)
