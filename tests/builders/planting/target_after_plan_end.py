"""A target for a time after the plan."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of, sound_figure
from builders.wording import measure_of
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument


def _planted(plan: PlanDocument, random: Random, years: int) -> Planted | None:
    changed = copied(plan)
    elements = elements_of(changed)
    end = plan.period.end if plan.period else None
    if not elements or end is None:
        return None
    element = random.choice(elements).element
    period = f"{int(end[:4]) + years}{end[4:]}"
    measure = measure_of(replace(sound_figure(plan, random), end_period=period), random)
    element.measures.append(measure)
    return Planted(with_ids(changed), (element.title, None))


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """An outcome's target falls due when the plan is over."""
    return _planted(plan, random, random.randint(1, 4))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """It falls due in the plan's last month."""
    planted = _planted(plan, random, 0)
    return planted.plan if planted else plan


PLANT = Plant("target-after-plan-end", plant, clean_twin)
