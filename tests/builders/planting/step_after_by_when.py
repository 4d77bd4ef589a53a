"""A step after the action has ended."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, dated_action, month_named
from builders.wording import period_said
from oneplan.document.identity import with_ids
from oneplan.document.schema import PlanDocument, Step

_DEEDS = (
    "print the leaflets",
    "hand over to the new team",
    "hold the closing event",
    "brief the governors",
)


def _planted(plan: PlanDocument, random: Random, later: int) -> Planted | None:
    changed = copied(plan)
    found = dated_action(changed, random)
    if found is None:
        return None
    placed, due = found
    month = month_named(due + later)
    words = f"{random.choice(_DEEDS)} by {period_said(month, random)}"
    placed.action.steps.append(Step(text=words, month=month))
    return Planted(with_ids(changed), (placed.where,), words)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The step is due months after the action."""
    return _planted(plan, random, random.randint(1, 9))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The step is due with the action or before it."""
    planted = _planted(plan, random, -random.randint(0, 5))
    return planted.plan if planted else plan


PLANT = Plant("step-after-by-when", plant, clean_twin)
