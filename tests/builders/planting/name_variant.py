"""One name in several spellings."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from builders.planting.sowing import a_name, twin
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A name is written with and, with a sign, and with a hyphen."""
    first, second, third = a_name(random).split()
    spellings = random.choice(
        (
            (f"{first} and {second} {third}", f"{first} & {second} {third}"),
            (f"{first} Co-ordinator", f"{first} Coordinator"),
            (f"{first}'s {third}", f"{first}s {third}"),
        )
    )
    return _with(plan, random, spellings)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Spellings that differ in capitals alone."""
    name = a_name(random)
    return twin(_with(plan, random, (name, name.upper())), plan)


def _with(plan: PlanDocument, random: Random, names: tuple[str, ...]) -> Planted | None:
    changed = copied(plan)
    actions = actions_of(changed)
    if len(actions) < len(names):
        return None
    chosen = random.sample(actions, k=len(names))
    for placed, name in zip(chosen, names, strict=True):
        placed.action.partners.append(name)
    return Planted(changed, tuple(placed.where for placed in chosen), names[-1])


PLANT = Plant("name-variant", plant, clean_twin)
