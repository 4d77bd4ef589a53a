"""An action that lost its leads, its money or its measures."""

from __future__ import annotations

from random import Random
from typing import Literal

from builders.planting.plant import Plant, Planted, with_action
from builders.planting.sowing import twin, with_changed_action
from oneplan.document.schema import Action, CrossReference, Measure, PlanDocument


def _emptied(rule: str, part: Literal["leads", "funding", "measures"]) -> Plant:
    """The plant for a rule that asks every action for this part."""

    def empty(action: Action) -> None:
        setattr(action, part, [])

    def plant(plan: PlanDocument, random: Random) -> Planted | None:
        return with_changed_action(plan, random, empty, lambda action: bool(getattr(action, part)))

    return Plant(rule, plant, _with_a_pointer)


def _with_a_pointer(plan: PlanDocument, random: Random) -> PlanDocument:
    """An action that only points at another owes none."""
    pointer = Action(
        ref="ZZ 7.1",
        text="Bring choirs and schools together (see ZZ 7.0).",
        cross_references=[CrossReference(text="see ZZ 7.0", target="ZZ 7.0")],
    )
    target = Action(
        ref="ZZ 7.0",
        text="Lend halls to choirs.",
        leads=["Head of Arts"],
        measures=[Measure(text="Six halls are lent")],
    )
    first = with_action(plan, random, target)
    second = with_action(first.plan, random, pointer) if first else None
    return twin(second, plan)


MISSING_LEAD = _emptied("missing-lead", "leads")
MISSING_FUNDING = _emptied("missing-funding", "funding")
MISSING_MEASURE = _emptied("missing-measure", "measures")
