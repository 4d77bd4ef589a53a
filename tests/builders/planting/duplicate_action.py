"""The same action twice."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from builders.planting.sowing import twin
from oneplan.document.schema import Action, CrossReference, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """An action is copied under a second reference."""
    changed = copied(plan)
    long_ones = [placed for placed in actions_of(changed) if len(placed.action.text.split()) > 4]
    if not long_ones:
        return None
    placed = random.choice(long_ones)
    again = placed.action.model_copy(
        deep=True, update={"ref": "ZZ 7.1", "id": None, "cross_references": []}
    )
    placed.path[-1].actions.append(again)
    return Planted(changed, (placed.where, "ZZ 7.1"))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The second only points at the first."""
    changed = copied(plan)
    referenced = [placed for placed in actions_of(changed) if placed.action.ref]
    if not referenced:
        return plan
    placed = random.choice(referenced)
    again = Action(ref="ZZ 7.1", text=placed.action.text)
    again.cross_references = [CrossReference(text="see there", target=placed.action.ref)]
    placed.path[-1].actions.append(again)
    return twin(Planted(changed, ()), plan)


PLANT = Plant("duplicate-action", plant, clean_twin)
