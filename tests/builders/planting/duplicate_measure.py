"""One measure in two places."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, sound_figure, with_two
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two actions have the same measure, word for word or said another way."""
    figure = sound_figure(plan, random)
    other = figure
    return with_two(plan, random, measure_of(figure, random), measure_of(other, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A shared indicator, measured for two different places."""
    figure = sound_figure(plan, random)
    other = replace(
        figure,
        subject=figure.subject.replace("and around", "and Hillside"),
        start=(figure.start or 0) + (-1 if figure.direction == "increase" else 1),
    )
    planted = with_two(plan, random, measure_of(figure, random), measure_of(other, random))
    return planted.plan if planted else plan


PLANT = Plant("duplicate-measure", plant, clean_twin)
