"""One indicator with two codes."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_indicators
from oneplan.document.schema import PlanDocument

_NAMES = (
    ("Library loans for each resident", "LPI 7", "LPI 9"),
    ("Take up of school lunches", "NI 52", "NI 53"),
    ("Empty homes brought back into use", "LPI 31", "LPI 13"),
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two places give one name different codes."""
    name, one, other = random.choice(_NAMES)
    return with_indicators(
        plan, random, (one, name), (other, random.choice((name, f"Percentage of {name}")))
    )


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A shared indicator under the same code."""
    name, code, _ = random.choice(_NAMES)
    planted = with_indicators(plan, random, (code, name), (code, name))
    return planted.plan if planted else plan


PLANT = Plant("indicator-name-two-codes", plant, clean_twin)
