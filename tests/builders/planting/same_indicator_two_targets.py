"""One indicator, one date, two targets."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, sound_figure, with_two
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two places give one indicator different targets for one date."""
    figure = sound_figure(plan, random)
    other = replace(figure, end=round((figure.end or 0) * random.choice((1.01, 1.03)) + 1, 1))
    return with_two(plan, random, measure_of(figure, random), measure_of(other, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Another place has another target."""
    figure = sound_figure(plan, random)
    other = replace(figure, subject=f"{figure.subject} and Hillside", end=(figure.end or 0) + 1)
    planted = with_two(plan, random, measure_of(figure, random), measure_of(other, random))
    return planted.plan if planted else plan


PLANT = Plant("same-indicator-two-targets", plant, clean_twin)
