"""An area without an outcome measure among areas that have one."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of
from builders.planting.sowing import twin
from oneplan.document.schema import Element, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """One of the areas with actions loses its measures."""
    changed = copied(plan)
    level = _level(changed)
    suitable = [element for element in level if element.actions]
    if len(level) < 3 or not suitable:
        return None
    area = random.choice(suitable)
    area.measures, area.indicators = [], []
    return Planted(changed, (area.title,))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A heading without work of its own, told under its neighbour."""
    changed = copied(plan)
    level = _level(changed)
    if not level:
        return plan
    like = random.choice(level)
    heading = Element(kind=like.kind, label=like.label, title="Halls for choirs and readers")
    changed.elements.append(heading)
    return twin(Planted(changed, ()), plan)


def _level(plan: PlanDocument) -> list[Element]:
    return [
        placed.element
        for placed in elements_of(plan)
        if not placed.element.children
        and placed.element.kind != "section"
        and (placed.element.measures or placed.element.indicators)
    ]


PLANT = Plant("area-without-outcome-measure", plant, clean_twin)
