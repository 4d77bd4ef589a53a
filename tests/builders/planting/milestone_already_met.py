"""A target that its baseline has met."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_with, plan_year, some_subject, with_measure
from builders.wording import period_said
from oneplan.document.schema import Baseline, Measure, PlanDocument, Target


def _measure(plan: PlanDocument, random: Random, start: float, end: float) -> Measure:
    subject, place = some_subject(random, "percent")
    year = plan_year(plan)
    opening, relation = random.choice((("At least", "at_least"), ("Not less than", "at_least")))
    if not subject.up:
        opening, relation, start, end = "At most", "at_most", 100 - start, 100 - end
    before, by = period_said(f"{year}-03", random), period_said(f"{year + 1}-03", random)
    return Measure(
        text=f"{opening} {end:g}% of {subject.name} in {place} by {by} (baseline {start:g}% in {before}).",
        kind="quantified",
        direction="reach",
        unit="percent",
        baselines=[Baseline(text=f"{start:g}% in {before}", value=start, period=f"{year}-03")],
        targets=[
            Target(text=f"{end:g}% by {by}", value=end, relation=relation, period=f"{year + 1}-03")
        ],
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The baseline lies beyond the target."""
    end = random.randint(40, 70)
    return with_measure(plan, random, _measure(plan, random, end + random.randint(1, 9), end))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The target lies beyond the baseline."""
    start = random.randint(40, 70)
    return plan_with(plan, random, _measure(plan, random, start, start + random.randint(4, 12)))


PLANT = Plant("milestone-already-met", plant, clean_twin)
