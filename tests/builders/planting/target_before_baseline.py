"""A target for a time before its baseline."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The two dates have changed places."""
    figure = sound_figure(plan, random)
    figure = replace(figure, start_period=figure.end_period, end_period=figure.start_period)
    return with_measure(plan, random, measure_of(figure, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The dates in their order."""
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("target-before-baseline", plant, clean_twin)
