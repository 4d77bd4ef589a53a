"""A plan among the groups, or a group among the plans."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import a_name, twin, with_changed_action
from oneplan.document.schema import Action, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A name stands in the wrong one of two columns."""
    name = a_name(random).removesuffix("Collective")
    plan_name = f"{name}{random.choice(('Strategy', 'Plan', 'Policy', 'Framework'))}"
    group_name = f"{name}{random.choice(('Steering Group', 'Board', 'Forum', 'Panel'))}"
    if random.random() < 0.5:
        return with_changed_action(plan, random, lambda action: _grouped(action, plan_name))
    return with_changed_action(plan, random, lambda action: _planned(action, group_name))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A group that is named after its strategy."""
    name = f"{a_name(random).removesuffix('Collective')}Strategy Group"
    return twin(with_changed_action(plan, random, lambda action: _grouped(action, name)), plan)


def _grouped(action: Action, name: str) -> str:
    action.groups.append(name)
    return name


def _planned(action: Action, name: str) -> str:
    action.strategies.append(name)
    return name


PLANT = Plant("plan-in-group-column", plant, clean_twin)
