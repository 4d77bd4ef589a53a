"""An action without a date."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, dated_action, with_action
from oneplan.document.schema import Action, CrossReference, Due, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The date is gone, or words stand in its place."""
    changed = copied(plan)
    found = dated_action(changed, random)
    if found is None:
        return None
    words = random.choice((None, "Ongoing", "To be confirmed", "As required"))
    found[0].action.due = Due(text=words) if words else None
    return Planted(changed, (found[0].where,))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """An action that only points at another needs no date."""
    pointer = Action(
        ref="ZZ 8.1",
        text="Bring transport and housing together (see Priority 3).",
        cross_references=[CrossReference(text="see Priority 3", target="Priority 3")],
    )
    planted = with_action(plan, random, pointer)
    return planted.plan if planted else plan


PLANT = Plant("missing-by-when", plant, clean_twin)
