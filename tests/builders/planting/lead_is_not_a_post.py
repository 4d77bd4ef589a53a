"""A body in the place of a post."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import a_name, twin, with_changed_action
from oneplan.document.schema import Action, PlanDocument

_BODIES = (
    "Council",
    "Housing Trust",
    "Police",
    "Partnership Board",
    "Arts Service",
    "Steering Group",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The lead is a whole organisation."""
    body = f"{a_name(random).split()[0]} {random.choice(_BODIES)}"
    return with_changed_action(plan, random, lambda action: _led_by(action, body))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A post in such a body."""
    post = f"Chair of the {a_name(random).split()[0]} {random.choice(_BODIES)}"
    return twin(with_changed_action(plan, random, lambda action: _led_by(action, post)), plan)


def _led_by(action: Action, lead: str) -> str:
    action.leads = [lead]
    return lead


PLANT = Plant("lead-is-not-a-post", plant, clean_twin)
