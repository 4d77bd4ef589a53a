"""A year across two that is none."""

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
from oneplan.document.schema import Measure, PlanDocument


def _measure(plan: PlanDocument, random: Random, period: str, words: str = "") -> Measure:
    measure = measure_of(replace(sound_figure(plan, random), start_period="1901"), random)
    measure.text = measure.text.replace("1901", period + words)
    measure.baselines[0].text = measure.baselines[0].text.replace("1901", period + words)
    measure.baselines[0].period = period if words else None
    return measure


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The second year is the first, or an earlier one."""
    year = plan_year(plan) - 1
    wrong = f"{year}/{(year - random.randint(0, 2)) % 100:02}"
    planted = with_measure(plan, random, _measure(plan, random, wrong))
    return planted and replace(planted, words=wrong)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A year across two, or three years that are said to be taken together."""
    year = plan_year(plan)
    period, words = random.choice(
        (
            (f"{year - 1}/{year % 100:02}", " "),
            (f"{year - 3}/{year % 100:02}", " (three years pooled)"),
        )
    )
    return plan_with(plan, random, _measure(plan, random, period, words))


PLANT = Plant("invalid-period", plant, clean_twin)
