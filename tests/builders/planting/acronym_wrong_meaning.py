"""A list that contradicts the text."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_statement, with_terms
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The text explains the letters in one way, the list in another; or the letters are turned round."""
    if random.random() < 0.5:
        said = with_statement(plan, random, "The Quarry Zone Team (QZT) decides.")
        return Planted(
            with_terms(said.plan, ("QZT", "Quiet Zebra Trail")), said.where, "Quarry Zone Team"
        )
    said = with_statement(plan, random, "The Quarry Zone Team (QTZ) decides.")
    return Planted(with_terms(said.plan, ("QZT", "Quarry Zone Team")), said.where, "QTZ")


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same meaning with other small words."""
    said = with_statement(plan, random, "The Team for the Quarry Zone and the QZT agree.")
    return with_terms(said.plan, ("QZT", "Quarry and Zone Team"))


PLANT = Plant("acronym-wrong-meaning", plant, clean_twin)
