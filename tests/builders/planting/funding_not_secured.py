"""Money that is not there yet."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import twin, with_changed_action
from oneplan.document.schema import Action, Funding, PlanDocument

_FAULTY = (
    "Dependent on a grant from the lottery",
    "Subject to a successful bid",
    "Funding to be identified",
    "Bid pending",
)
_SOUND = ("Grant for dependent adults", "Lottery grant, won in March")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Money that is not there yet."""
    text = random.choice(_FAULTY)
    return with_changed_action(plan, random, lambda action: _paid(action, text))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Money that is named."""
    text = random.choice(_SOUND)
    return twin(with_changed_action(plan, random, lambda action: _paid(action, text)), plan)


def _paid(action: Action, text: str) -> str:
    action.funding = [Funding(text=text, kind="fund_named")]
    return text


PLANT = Plant("funding-not-secured", plant, clean_twin)
