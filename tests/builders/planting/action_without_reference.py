"""One action without a reference."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_action
from builders.planting.sowing import twin
from oneplan.document.schema import Action, Element, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """An action comes in without a reference, where most have one."""
    actions = [action for element in _elements(plan) for action in element.actions]
    if len([action for action in actions if action.ref]) * 2 <= len(actions) + 1:
        return None
    return with_action(plan, random, Action(text="Lend the halls to choirs on Sundays."))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The action has a reference, if an unusual one."""
    action = Action(ref="ZZ 7.1a", text="Lend the halls to choirs on Sundays.")
    return twin(with_action(plan, random, action), plan)


def _elements(plan: PlanDocument) -> list[Element]:
    pending, found = list(plan.elements), []
    while pending:
        found.append(pending.pop())
        pending += found[-1].children
    return found


PLANT = Plant("action-without-reference", plant, clean_twin)
