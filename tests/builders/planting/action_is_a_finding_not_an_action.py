"""What was found wrong in the place of what will be done."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_action
from builders.planting.sowing import twin
from oneplan.document.schema import Action, PlanDocument

_FAULTY = (
    "The share of halls open on Sundays remains below the regional average.",
    "Too few choirs are offered a hall.",
    "Attendance has not improved for three years (report, page 9).",
    "The number of broken benches is rising and is now worse than elsewhere.",
)
_SOUND = (
    "Open the halls on Sundays, since too few are open.",
    "Ensure that benches are not left broken.",
    "Attendance has fallen; a warden will be appointed.",
    "Reducing the number of halls that are shut too early.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """What was found wrong in the place of what will be done."""
    planted = with_action(plan, random, _action(random.choice(_FAULTY)))
    return Planted(planted.plan, planted.where) if planted else None


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """An action that names the deed."""
    return twin(with_action(plan, random, _action(random.choice(_SOUND))), plan)


def _action(text: str) -> Action:
    return Action(ref="ZZ 7.1", text=text, leads=["Head of Arts"])


PLANT = Plant("action-is-a-finding-not-an-action", plant, clean_twin)
