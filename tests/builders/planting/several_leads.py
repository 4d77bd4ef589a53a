"""Two posts that both lead."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import twin, with_changed_action
from oneplan.document.schema import Action, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A second post stands beside the lead."""
    return with_changed_action(plan, random, _join, lambda action: len(action.leads) == 1)


def _join(action: Action) -> str:
    action.leads.append("Head of Arts and Orchards")
    return action.leads[-1]


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """One post whose name has an "and" in it."""
    return twin(with_changed_action(plan, random, _replace), plan)


def _replace(action: Action) -> None:
    action.leads = ["Head of Arts and Orchards"]


PLANT = Plant("several-leads", plant, clean_twin)
