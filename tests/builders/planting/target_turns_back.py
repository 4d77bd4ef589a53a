"""Targets of two years of which the second gives back what the first gained."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_with, plan_year, some_subject, with_measure
from oneplan.document.schema import Baseline, Measure, PlanDocument, Target


def _measure(plan: PlanDocument, random: Random, ends: tuple[int, int]) -> Measure:
    subject, place = some_subject(random, "percent")
    year = plan_year(plan)
    start, first, second = (each if subject.up else 100 - each for each in (30, *ends))
    texts = (f"{first}% in March {year + 1}", f"{second}% in March {year + 2}")
    return Measure(
        text=f"{subject.name.capitalize()} in {place}: {start}% in March {year}, {texts[0]}, {texts[1]}.",
        kind="quantified",
        direction="reach",
        unit="percent",
        baselines=[Baseline(text=f"{start}% in March {year}", value=start, period=f"{year}-03")],
        targets=[
            Target(text=text, value=value, period=f"{year + after}-03")
            for text, value, after in zip(texts, (first, second), (1, 2), strict=True)
        ],
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The second target lies between the baseline and the first."""
    high = random.randint(45, 70)
    return with_measure(plan, random, _measure(plan, random, (high, random.randint(32, high - 3))))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The second target lies beyond the first."""
    low = random.randint(35, 60)
    return plan_with(plan, random, _measure(plan, random, (low, low + random.randint(3, 20))))


PLANT = Plant("target-turns-back", plant, clean_twin)
