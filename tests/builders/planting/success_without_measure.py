"""Success that nothing measures."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of
from builders.planting.sowing import twin
from oneplan.document.schema import Measure, PlanDocument, Statement

_HOPES = ("Choirs sing in every hall.", "Neighbours lend each other tools.", "Benches stay mended.")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A part says what success looks like, and none of its measures speaks of it."""
    changed = copied(plan)
    element = random.choice(elements_of(changed)).element
    element.statements.append(Statement(kind="success", text=random.choice(_HOPES)))
    return Planted(changed, (element.title,))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same with a measure that does."""
    changed = copied(plan)
    element = random.choice(elements_of(changed)).element
    hope = random.choice(_HOPES)
    element.statements.append(Statement(kind="success", text=hope))
    element.measures.append(Measure(text=f"A yearly count: {hope}"))
    return twin(Planted(changed, ()), plan)


PLANT = Plant("success-without-measure", plant, clean_twin)
