"""A target for a time before the plan."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import (
    Plant,
    Planted,
    plan_with,
    plan_year,
    sound_figure,
    with_measure,
)
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The target's year was over well before the plan began."""
    if plan.period is None or plan.period.start is None:
        return None
    year = plan_year(plan) - random.randint(2, 4)
    period = random.choice((str(year), f"{year}-09", f"{year - 1}/{year % 100:02}"))
    figure = replace(sound_figure(plan, random), start=None, start_period=None, end_period=period)
    return with_measure(plan, random, measure_of(figure, random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """That year is the baseline's, as it should be."""
    year = plan_year(plan) - 2
    figure = replace(sound_figure(plan, random), start_period=f"{year - 1}/{year % 100:02}")
    return plan_with(plan, random, measure_of(figure, random))


PLANT = Plant("target-before-plan-start", plant, clean_twin)
