"""A reduction whose figures rise, an increase whose figures fall."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, plan_year, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import Measure, PlanDocument

_RISES = ("A rise", "Growth", "An increase")
_FALLS = ("A fall", "A drop", "A decline")


def _as_a_noun(plan: PlanDocument, random: Random, *, sound: bool) -> Measure:
    """ "A fall from 34% in 2012 to 36% in 2014 in …", which values alone would call a rise."""
    figure = sound_figure(plan, random, "percent")
    rising = figure.direction == "increase"
    noun = random.choice(_RISES if rising is sound else _FALLS)
    measure = measure_of(figure, random)
    start, end = measure.baselines[0], measure.targets[0]
    text = f"{noun} from {figure.start:g}% in {plan_year(plan)} to {figure.end:g}% in {plan_year(plan) + 1} in {figure.subject}."
    return measure.model_copy(
        update={
            "text": text,
            "direction": "increase" if rising else "decrease",
            "baselines": [
                start.model_copy(update={"text": f"{figure.start:g}% in {plan_year(plan)}"})
            ],
            "targets": [
                end.model_copy(update={"text": f"{figure.end:g}% in {plan_year(plan) + 1}"})
            ],
        }
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The words say one way, the figures go the other."""
    if random.random() < 0.3:
        return with_measure(plan, random, _as_a_noun(plan, random, sound=False))
    figure = sound_figure(plan, random)
    turned = "decrease" if figure.direction == "increase" else "increase"
    return with_measure(plan, random, measure_of(replace(figure, direction=turned), random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A fall that is meant to fall, a rise that is meant to rise."""
    if random.random() < 0.3:
        return plan_with(plan, random, _as_a_noun(plan, random, sound=True))
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("direction-contradicts-values", plant, clean_twin)
