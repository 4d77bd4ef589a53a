"""A pointer that is not returned."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from builders.planting.sowing import twin
from oneplan.document.schema import Action, CrossReference, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """One action names another, which does not name it."""
    changed = copied(plan)
    pair = _pair(changed, random)
    if pair is None:
        return None
    one, other = pair
    one.cross_references = [_to(other)]
    return Planted(changed, (one.ref,), f"see {other.ref}")


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Two actions that name each other."""
    changed = copied(plan)
    pair = _pair(changed, random)
    if pair is None:
        return plan
    one, other = pair
    one.cross_references, other.cross_references = [_to(other)], [_to(one)]
    return twin(Planted(changed, ()), plan)


def _pair(plan: PlanDocument, random: Random) -> tuple[Action, Action] | None:
    free = [
        placed.action
        for placed in actions_of(plan)
        if placed.action.ref and not placed.action.cross_references
    ]
    return (free[0], random.choice(free[1:])) if len(free) > 1 else None


def _to(action: Action) -> CrossReference:
    return CrossReference(text=f"see {action.ref}", target=action.ref)


PLANT = Plant("cross-reference-not-mutual", plant, clean_twin)
