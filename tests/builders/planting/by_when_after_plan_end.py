"""An action that ends after the plan."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, dated_action, month_named
from builders.wording import period_said
from oneplan.document.periods import months_of
from oneplan.document.schema import Due, PlanDocument


def _planted(plan: PlanDocument, random: Random, later: int) -> Planted | None:
    changed = copied(plan)
    found, end = dated_action(changed, random), months_of(plan.period.end if plan.period else None)
    if found is None or end is None:
        return None
    month = month_named(end.last + later)
    found[0].action.due = Due(text=period_said(month, random), month=month)
    return Planted(changed, (found[0].where, None))


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The action is due when the plan is over."""
    return _planted(plan, random, random.randint(1, 30))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The action is due in the plan's last month."""
    planted = _planted(plan, random, 0)
    return planted.plan if planted else plan


PLANT = Plant("by-when-after-plan-end", plant, clean_twin)
