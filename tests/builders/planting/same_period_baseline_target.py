"""A baseline and a target of one date."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Both figures are given for one date."""
    figure = sound_figure(plan, random)
    figure = replace(figure, end_period=figure.start_period)
    return with_measure(plan, random, measure_of(figure, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A start in the year before."""
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("same-period-baseline-target", plant, clean_twin)
