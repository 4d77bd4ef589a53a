"""A target given more exactly than its baseline."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two decimals at the end, one at the start."""
    figure = sound_figure(plan, random, "percent")
    exact = int(figure.end or 0) + random.choice((0.13, 0.47, 0.98))
    return with_measure(plan, random, measure_of(replace(figure, end=exact), random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A whole number at the end."""
    figure = sound_figure(plan, random, "percent")
    way = 1 if figure.direction == "increase" else -1
    end = float(round((figure.end or 0) + way))
    return plan_with(plan, random, measure_of(replace(figure, end=end), random))


PLANT = Plant("false-precision", plant, clean_twin)
