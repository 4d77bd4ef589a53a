"""Listed letters that the plan does not use."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_statement, with_terms
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The list explains letters that stand nowhere."""
    said = with_statement(plan, random, "The Quarry Zone Team (QZT) decides.")
    return Planted(with_terms(said.plan, ("XFWB", "Extra Fine Weather Board")), ("XFWB",))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The list has the singular, the plan the plural."""
    said = with_statement(plan, random, "All QZTs decide together.")
    return with_terms(said.plan, ("QZT", "Quarry Zone Team"))


PLANT = Plant("acronym-unused", plant, clean_twin)
