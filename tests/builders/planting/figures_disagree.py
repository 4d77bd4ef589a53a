"""Two figures for the size of one group."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of, plan_year
from oneplan.document.schema import PlanDocument, Statement

_GROUPS = ("young carers known to services", "licensed taxi drivers", "allotment plot holders")


def _planted(plan: PlanDocument, random: Random, same_year: bool) -> Planted | None:
    changed = copied(plan)
    elements = elements_of(changed)
    if len(elements) < 2:
        return None
    first, second = random.sample(elements, k=2)
    group, size, year = random.choice(_GROUPS), random.randint(300, 900), plan_year(plan)
    other = size + random.randint(20, 90)
    later = year if same_year else year - 2
    first.element.statements.append(
        Statement(kind="context", text=f"In {year} there are {size} {group}.")
    )
    second.element.statements.append(
        Statement(kind="evidence", text=f"There were {other} {group} in {later}.")
    )
    return Planted(
        changed, (first.element.title, second.element.title), " ".join(group.split()[:2])
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two sizes of one group for one year."""
    return _planted(plan, random, same_year=True)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Two sizes of one group, years apart."""
    planted = _planted(plan, random, same_year=False)
    return planted.plan if planted else plan


PLANT = Plant("figures-disagree", plant, clean_twin)
