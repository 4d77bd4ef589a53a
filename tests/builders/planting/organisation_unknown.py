"""A name that is a letter away from another."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from builders.planting.sowing import a_name, twin
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A partner is misspelt in the last of three actions."""
    name = a_name(random)
    place = random.randint(2, 4)
    slip = name[:place] + random.choice(("", name[place] * 2)) + name[place + 1 :]
    return _with(plan, random, (name, name, slip), slip)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Two bodies whose names differ by their number."""
    name = a_name(random)
    return twin(_with(plan, random, (f"{name} 1", f"{name} 1", f"{name} 2"), ""), plan)


def _with(plan: PlanDocument, random: Random, names: tuple[str, ...], words: str) -> Planted | None:
    changed = copied(plan)
    actions = actions_of(changed)
    if len(actions) < len(names):
        return None
    chosen = random.sample(actions, k=len(names))
    for placed, name in zip(chosen, names, strict=True):
        placed.action.partners.append(name)
    return Planted(changed, (chosen[-1].where,), words)


PLANT = Plant("organisation-unknown", plant, clean_twin)
