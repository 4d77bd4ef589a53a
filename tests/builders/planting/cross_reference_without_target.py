"""A pointer at nothing."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from builders.planting.sowing import twin
from oneplan.document.schema import CrossReference, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A pointer at a reference that no action has."""
    changed = copied(plan)
    referenced = [placed for placed in actions_of(changed) if placed.action.ref]
    if not referenced:
        return None
    placed = random.choice(referenced)
    target = f"ZQ {random.randint(40, 80)}.{random.randint(1, 9)}"
    pointer = CrossReference(text=f"see {target}", target=target)
    placed.action.cross_references.append(pointer)
    return Planted(changed, (placed.where,), target)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A pointer at an action of the plan, spaced in another way."""
    changed = copied(plan)
    referenced = [placed.action for placed in actions_of(changed) if placed.action.ref]
    if len(referenced) < 2:
        return plan
    one, other = random.sample(referenced, k=2)
    target = (other.ref or "").replace(" ", "")
    one.cross_references.append(CrossReference(text=f"see {target}", target=target))
    return twin(Planted(changed, ()), plan)


PLANT = Plant("cross-reference-without-target", plant, clean_twin)
