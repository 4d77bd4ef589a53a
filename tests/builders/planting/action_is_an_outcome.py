"""A hoped-for result in the place of a deed."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_action
from builders.planting.sowing import twin
from oneplan.document.schema import Action, PlanDocument

_FAULTY = (
    "More choirs in halls of their own.",
    "Fewer broken benches.",
    "A larger number of Sunday walkers on safe paths.",
)
_SOUND = (
    "Give more choirs halls of their own.",
    "Mend broken benches within a week.",
    "More walkers on safe paths. Light forty paths a year.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A hoped-for result in the place of a deed."""
    planted = with_action(plan, random, _action(random.choice(_FAULTY)))
    return Planted(planted.plan, planted.where) if planted else None


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """An action that names the deed."""
    return twin(with_action(plan, random, _action(random.choice(_SOUND))), plan)


def _action(text: str) -> Action:
    return Action(ref="ZZ 7.1", text=text, leads=["Head of Arts"])


PLANT = Plant("action-is-an-outcome", plant, clean_twin)
