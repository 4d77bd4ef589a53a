"""One sum under two actions."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, actions_of, copied
from oneplan.document.schema import Funding, PlanDocument


def _money(amount: int) -> Funding:
    text = f"£{amount:,} from the regional grant"
    return Funding(text=text, amount=amount, currency="GBP", label="regional grant", kind="amount")


def _planted(plan: PlanDocument, random: Random, same: bool) -> Planted | None:
    changed = copied(plan)
    actions = actions_of(changed)
    if len(actions) < 2:
        return None
    first, second = random.sample(actions, k=2)
    amount = random.randint(20_000, 900_000)
    first.action.funding.append(_money(amount))
    second.action.funding.append(_money(amount if same else amount + 1_250))
    return Planted(changed, (first.where, second.where), _money(amount).text)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The same sum of the same grant stands under two actions."""
    return _planted(plan, random, same=True)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Two sums of one grant."""
    planted = _planted(plan, random, same=False)
    return planted.plan if planted else plan


PLANT = Plant("duplicate-resource", plant, clean_twin)
