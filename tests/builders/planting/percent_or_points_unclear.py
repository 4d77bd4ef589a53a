"""Per cent of a percentage."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_with, sound_figure, with_measure
from builders.wording import measured, period_said
from oneplan.document.schema import Baseline, Measure, PlanDocument, Target


def _measure(plan: PlanDocument, random: Random, unit: str) -> Measure:
    figure = sound_figure(plan, random, "percent")
    by = random.randint(2, 6)
    up = figure.direction == "increase"
    start = f"{figure.start:g}% in {period_said(figure.start_period or '', random)}"
    said = f"{by}{unit}"
    what = measured(figure.subject, "percent")
    text = random.choice(
        (
            f"A {said} {'increase' if up else 'reduction'} in {what} from {start}.",
            f"{'Raise' if up else 'Cut'} {what} by {said} (baseline {start}).",
        )
    )
    change = Target(
        text=said,
        change_by=by if up else -by,
        change_unit="points" if unit != "%" else None,
        period=figure.end_period,
    )
    return Measure(
        text=text,
        kind="quantified",
        direction=figure.direction,
        unit="percent",
        baselines=[Baseline(text=start, value=figure.start, period=figure.start_period)],
        targets=[change],
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """So many per cent, and no word of points."""
    return with_measure(plan, random, _measure(plan, random, "%"))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """So many points."""
    return plan_with(plan, random, _measure(plan, random, " percentage point"))


PLANT = Plant("percent-or-points-unclear", plant, clean_twin)
