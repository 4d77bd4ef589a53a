"""A level to be reached that another part of the plan starts from."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_year, sound_figure, with_two
from builders.wording import Figure, measure_of
from oneplan.document.schema import Measure, PlanDocument, Target


def _level(plan: PlanDocument, figure: Figure, value: float) -> Measure:
    year = plan_year(plan) + 1
    return Measure(
        text=f"{value:g}% of {figure.subject} by March {year}.",
        kind="quantified",
        direction="reach",
        unit="percent",
        targets=[Target(text=f"{value:g}%", value=value, period=f"{year}-03")],
    )


def _figure(plan: PlanDocument, random: Random) -> Figure:
    """A percentage that is to rise."""
    start = float(random.randint(30, 60))
    figure = sound_figure(plan, random, "percent")
    return replace(figure, start=start, end=start + random.randint(8, 20), direction="increase")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """One measure is to reach what another of the same thing starts from."""
    figure = _figure(plan, random)
    level = (figure.start or 0) - random.randint(0, 6)
    planted = with_two(plan, random, measure_of(figure, random), _level(plan, figure, level))
    return replace(planted, words=f"{level:g}%") if planted else None


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The level lies beyond the start."""
    figure = _figure(plan, random)
    planted = with_two(
        plan, random, measure_of(figure, random), _level(plan, figure, figure.end or 0)
    )
    return planted.plan if planted else plan


PLANT = Plant("target-met-elsewhere", plant, clean_twin)
