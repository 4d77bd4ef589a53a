"""One indicator, one date, two baselines."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, sound_figure, with_two
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two places start one indicator from different figures of one date."""
    figure = sound_figure(plan, random)
    other = replace(
        figure, start=round((figure.start or 0) + (-1 if figure.direction == "increase" else 1), 1)
    )
    return with_two(plan, random, measure_of(figure, random), measure_of(other, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """An earlier date has another baseline."""
    figure = sound_figure(plan, random)
    other = replace(
        figure,
        start=(figure.start or 0) + (-1 if figure.direction == "increase" else 1),
        start_period=str(int((figure.start_period or "2012")[:4]) - 2),
    )
    planted = with_two(plan, random, measure_of(figure, random), measure_of(other, random))
    return planted.plan if planted else plan


PLANT = Plant("baseline-disagrees", plant, clean_twin)
