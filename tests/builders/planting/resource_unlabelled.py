"""Several sums that do not say what they are."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import twin, with_changed_action
from oneplan.document.schema import Action, Funding, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two sums, one or both without a word beside them."""
    labels = random.choice(((None, None), ("Arts Fund", None)))
    sums = _sums(random, labels)
    return with_changed_action(plan, random, lambda action: _paid(action, sums))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Two sums that both say what they are."""
    sums = _sums(random, ("Arts Fund", "officer time"))
    return twin(with_changed_action(plan, random, lambda action: _paid(action, sums)), plan)


def _paid(action: Action, sums: list[Funding]) -> str:
    action.funding = sums
    return sums[-1].text


def _sums(random: Random, labels: tuple[str | None, str | None]) -> list[Funding]:
    amounts = [random.randint(2, 900) * 100 + place for place in (7, 9)]
    return [
        Funding(
            text=f"£{amount:,} {label or ''}".strip(),
            amount=amount,
            currency="GBP",
            label=label,
            kind="amount",
        )
        for amount, label in zip(amounts, labels, strict=True)
    ]


PLANT = Plant("resource-unlabelled", plant, clean_twin)
