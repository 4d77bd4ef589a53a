"""Money that is “as above”."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import twin, with_changed_action
from oneplan.document.schema import Action, Funding, PlanDocument

_FAULTY = ("As above", "Uses the grant listed above", "Same as the action before", "Ditto")
_SOUND = ("An above-inflation rise of the arts budget", "Arts budget, shared with ZZ 7.1")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Money that is “as above”."""
    text = random.choice(_FAULTY)
    return with_changed_action(plan, random, lambda action: _paid(action, text))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Money that is named."""
    text = random.choice(_SOUND)
    return twin(with_changed_action(plan, random, lambda action: _paid(action, text)), plan)


def _paid(action: Action, text: str) -> str:
    action.funding = [Funding(text=text, kind="fund_named")]
    return text


PLANT = Plant("funding-points-elsewhere", plant, clean_twin)
