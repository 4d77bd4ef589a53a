"""A baseline of one kind and a target of another."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import (
    Plant,
    Planted,
    plan_with,
    plan_year,
    some_subject,
    sound_figure,
    with_measure,
)
from builders.wording import measure_of
from oneplan.document.schema import Measure, PlanDocument, Target


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A number at the start and a percentage at the end, or rates over two populations."""
    if random.random() < 0.2:
        return with_measure(plan, random, _number_to_a_share(plan, random))
    if random.random() < 0.7:
        figure = sound_figure(plan, random, "number")
        return with_measure(
            plan,
            random,
            measure_of(
                replace(figure, end=float(random.randint(20, 90)), end_unit="percent"), random
            ),
        )
    figure = sound_figure(plan, random, "per 10,000")
    end = (figure.end or 0) * 10
    return with_measure(
        plan, random, measure_of(replace(figure, end=end, end_unit="per 100,000"), random)
    )


def _number_to_a_share(plan: PlanDocument, random: Random) -> Measure:
    subject, place = some_subject(random, "number")
    month = f"March {plan_year(plan) + 1}"
    share = random.choice((60, 75, 90, 100))
    return Measure(
        text=f"Increase the number of {subject.name} in {place} to {share}% by {month}.",
        kind="quantified",
        direction="increase",
        unit="percent",
        targets=[
            Target(text=f"{share}% by {month}", value=share, period=f"{plan_year(plan) + 1}-03")
        ],
    )


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Both in one unit."""
    unit = random.choice(("number", "percent", "per 10,000"))
    return plan_with(plan, random, measure_of(sound_figure(plan, random, unit), random))


PLANT = Plant("unit-mismatch", plant, clean_twin)
