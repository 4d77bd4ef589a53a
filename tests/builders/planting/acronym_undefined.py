"""Letters that are explained nowhere."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_statement
from oneplan.document.schema import PlanDocument

_LETTERS = ("QZT", "XFWB", "ZKP", "JQAF")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """New letters are used and not explained."""
    letters = random.choice(_LETTERS)
    planted = with_statement(plan, random, f"The {letters} decides on the halls.")
    return Planted(planted.plan, planted.where, letters)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Letters explained where they first stand, and a headline in capitals."""
    said = "The Quarry Zone Team (QZT) decides; all QZTs agree."
    return with_statement(plan, random, said, "HALLS FOR EVERY TOWN").plan


PLANT = Plant("acronym-undefined", plant, clean_twin)
