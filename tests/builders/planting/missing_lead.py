"""An action that nobody leads."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_action
from builders.planting.sowing import twin, with_changed_action
from oneplan.document.schema import Action, CrossReference, Measure, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """One action loses its leads."""
    return with_changed_action(plan, random, _empty, lambda action: bool(action.leads))


def _empty(action: Action) -> None:
    action.leads = []


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
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


PLANT = Plant("missing-lead", plant, clean_twin)
