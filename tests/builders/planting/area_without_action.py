"""An area in which nothing will be done."""

from __future__ import annotations

from collections import Counter
from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of
from builders.planting.sowing import twin
from oneplan.document.schema import Element, PlanDocument, Statement


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A new area stands beside busy ones, and nothing is to be done in it."""
    changed = copied(plan)
    like = _busy(changed, random)
    if like is None:
        return None
    parent, child = like
    title = "Halls for choirs and readers"
    parent.children.append(Element(kind=child.kind, label=child.label, title=title))
    return Planted(changed, (title,))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A new area with an activity of its own."""
    changed = copied(plan)
    like = _busy(changed, random)
    if like is None:
        return plan
    parent, child = like
    activity = Statement(kind="activity", text="Halls will be lent on Sundays.")
    title = "Halls for choirs and readers"
    parent.children.append(
        Element(kind=child.kind, label=child.label, title=title, statements=[activity])
    )
    return twin(Planted(changed, ()), plan)


def _busy(plan: PlanDocument, random: Random) -> tuple[Element, Element] | None:
    titles = Counter(placed.element.title.casefold() for placed in elements_of(plan))
    found = [
        (placed.path[-1], placed.element)
        for placed in elements_of(plan)
        if placed.path
        and placed.element.actions
        and placed.element.kind != "section"
        and titles[placed.path[-1].title.casefold()] == 1
    ]
    return random.choice(found) if len(found) > 2 else None


PLANT = Plant("area-without-action", plant, clean_twin)
