"""One acronym with two meanings."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_statement, with_terms
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The list, or the text, gives the same letters two meanings."""
    if random.random() < 0.5:
        said = with_statement(plan, random, "The QZT decides.")
        listed = with_terms(said.plan, ("QZT", "Quarry Zone Team"), ("QZT", "Quiet Zebra Trail"))
        return Planted(listed, ("QZT",))
    texts = ("The Quarry Zone Team (QZT) decides.", "A Quiet Zebra Trail (QZT) opens.")
    planted = with_statement(plan, random, *texts)
    return Planted(planted.plan, planted.where, "Quiet Zebra Trail")


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same meaning twice, once in the plural."""
    texts = ("The Quarry Zone Team (QZT) decides.", "All Quarry Zone Teams (QZTs) agree.")
    return with_statement(plan, random, *texts).plan


PLANT = Plant("acronym-defined-twice", plant, clean_twin)
