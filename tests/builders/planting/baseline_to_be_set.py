"""A baseline that is still to be set."""

from __future__ import annotations

from random import Random

from builders.planting.plant import (
    Plant,
    Planted,
    plan_with,
    plan_year,
    sound_figure,
    with_measure,
)
from builders.wording import measure_of, measured
from oneplan.document.schema import Baseline, Measure, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The measure promises its baseline for later."""
    figure = sound_figure(plan, random)
    year = plan_year(plan)
    period = random.choice((None, f"{year}/{(year + 1) % 100:02}"))
    later = f" in {period}" if period else ""
    words = (
        random.choice(("baseline to be set", "baseline to be established", "baseline to be agreed"))
        + later
    )
    way = "Increase" if figure.direction == "increase" else "Decrease"
    measure = Measure(
        text=f"{way} in {measured(figure.subject, figure.unit)} ({words}).",
        kind="directional",
        direction=figure.direction,
        baselines=[Baseline(text=words, to_be_set=True, period=period)],
    )
    return with_measure(plan, random, measure)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same with a figure."""
    return plan_with(plan, random, measure_of(sound_figure(plan, random), random))


PLANT = Plant("baseline-to-be-set", plant, clean_twin)
