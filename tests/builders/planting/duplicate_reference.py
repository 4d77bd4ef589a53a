"""One reference before two actions."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from builders.planting.sowing import twin
from oneplan.document.schema import Action, CrossReference, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """One action takes the reference of another."""
    changed = copied(plan)
    referenced = [placed.action for placed in actions_of(changed) if placed.action.ref]
    if len(referenced) < 2:
        return None
    one, other = random.sample(referenced, k=2)
    other.ref = one.ref
    return Planted(changed, (one.ref,))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same action printed again under another heading."""
    changed = copied(plan)
    referenced = [placed for placed in actions_of(changed) if placed.action.ref]
    if len(referenced) < 2:
        return plan
    one, other = random.sample(referenced, k=2)
    again = Action(ref=one.action.ref, text=one.action.text)
    again.cross_references = [CrossReference(text="see there", target=one.action.ref)]
    other.path[-1].actions.append(again)
    return twin(Planted(changed, ()), plan)


PLANT = Plant("duplicate-reference", plant, clean_twin)
