"""A change in words that is not the change between the figures."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import Figure, measure_of, measured, period_said, value_said
from oneplan.document.schema import Measure, PlanDocument


def _measure(figure: Figure, by: float, random: Random) -> Measure:
    """The measure with a change in per cent beside its two figures."""
    measure = measure_of(figure, random)
    way = "increase" if figure.direction == "increase" else "reduction"
    start = value_said(figure.start or 0, figure.unit)
    end = value_said(figure.end or 0, figure.unit)
    measure.text = (
        random.choice(("A {by}% {way} in {what}, ", "{what} to see a {by}% {way}, ")).format(
            by=f"{by:g}", way=way, what=measured(figure.subject, figure.unit)
        )
        + f"from {start} in {period_said(figure.start_period or '', random)} to {end} by {period_said(figure.end_period or '', random)}."
    )
    measure.targets[0].change_by = by if way == "increase" else -by
    measure.targets[0].change_unit = random.choice(("percent", None))
    return measure


def _figure(plan: PlanDocument, random: Random, by: float) -> Figure:
    """A count, and where it gets to when it changes by so many per cent."""
    figure = sound_figure(plan, random, "number")
    start = float(round((figure.start or 0) * 4))
    way = 1 if figure.direction == "increase" else -1
    return replace(figure, start=start, end=float(round(start * (1 + way * by / 100))))


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The words say one change, the figures another."""
    figure = _figure(plan, random, random.choice((24, 30, 45)))
    return with_measure(plan, random, _measure(figure, random.choice((5, 8, 10)), random))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The change fits: as per cent of the baseline, or in points where the figures are percentages."""
    if random.random() < 0.5:
        return plan_with(plan, random, _measure(_figure(plan, random, 10), 10, random))
    figure = sound_figure(plan, random, "percent")
    way = 1 if figure.direction == "increase" else -1
    start = figure.start or 0
    return plan_with(
        plan, random, _measure(replace(figure, end=round(start + way * 3, 1)), 3, random)
    )


PLANT = Plant("stated-change-does-not-match-values", plant, clean_twin)
