"""A target without a date."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The target has no date."""
    figure = sound_figure(plan, random)
    figure = replace(figure, end_period=None)
    return with_measure(plan, random, measure_of(figure, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same with its date."""
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("missing-target-period", plant, clean_twin)
