"""A code that no indicator has."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_indicators
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A number beyond the national set."""
    code = f"NI {random.randint(199, 980)}"
    return with_indicators(plan, random, (code, "Children travelling to school by boat"))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The last of the national set, and a local code."""
    known = ("NI 198", "Children travelling to school – mode of transport usually used")
    planted = with_indicators(plan, random, known, ("LPI 298", "Ferries that run on time"))
    return planted.plan if planted else plan


PLANT = Plant("indicator-code-unknown", plant, clean_twin)
