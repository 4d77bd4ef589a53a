"""A measure that outlasts its action."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, copied, dated_action, month_named, sound_figure
from builders.wording import measure_of
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument


def _planted(plan: PlanDocument, random: Random, later: int) -> Planted | None:
    changed = copied(plan)
    found = dated_action(changed, random)
    if found is None:
        return None
    placed, due = found
    figure = replace(sound_figure(plan, random), start_period=month_named(due - 18))
    measure = measure_of(replace(figure, end_period=month_named(due + later)), random)
    placed.action.measures.append(measure)
    return Planted(with_ids(changed), (placed.where,), measure.text)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The target falls due some months after the action."""
    return _planted(plan, random, random.randint(1, 14))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The target falls due with the action, or a little before."""
    planted = _planted(plan, random, -random.randint(0, 2))
    return planted.plan if planted else plan


PLANT = Plant("target-after-by-when", plant, clean_twin)
