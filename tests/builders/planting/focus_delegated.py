"""Areas of focus left to another document."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of
from builders.planting.sowing import a_name, twin
from oneplan.document.schema import PlanDocument, Statement


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The areas of focus are said to stand in another paper."""
    paper = f"{a_name(random)} {random.choice(('Strategy', 'Plan', 'Framework'))}"
    said = random.choice(
        (
            f"The areas of focus are those identified in the {paper}.",
            f"The priorities are those set out in the {paper}",
            f"Actions are contained in the {paper}.",
        )
    )
    return _with(plan, random, said)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The paper is named, and so is the focus."""
    said = f"To open halls on Sundays, as people asked in the review of the {a_name(random)}."
    return twin(_with(plan, random, said), plan)


def _with(plan: PlanDocument, random: Random, said: str) -> Planted:
    changed = copied(plan)
    element = random.choice(elements_of(changed)).element
    element.statements.append(Statement(kind="approach", text=said))
    return Planted(changed, (element.title,), said)


PLANT = Plant("focus-delegated", plant, clean_twin)
