"""One target with two dates."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, sound_figure, with_two
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two places give one target two dates."""
    figure = sound_figure(plan, random)
    other = replace(
        figure, end_period=str(int((figure.end_period or "2012")[:4]) + random.randint(1, 2))
    )
    return with_two(plan, random, measure_of(figure, random), measure_of(other, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A later date has a further target."""
    figure = sound_figure(plan, random)
    other = replace(
        figure,
        end=(figure.end or 0) + (1 if figure.direction == "increase" else -1),
        end_period=str(int((figure.end_period or "2012")[:4]) + 2),
    )
    planted = with_two(plan, random, measure_of(figure, random), measure_of(other, random))
    return planted.plan if planted else plan


PLANT = Plant("same-indicator-two-target-periods", plant, clean_twin)
