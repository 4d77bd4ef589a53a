"""A code beside the name of another indicator."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_indicators
from oneplan.document.schema import PlanDocument

_SWAPPED = (
    ("NI 55", "Take up of school lunches"),
    ("NI 46", "Care leavers in suitable accommodation"),
    ("NI 17", "Perceptions of drunk or rowdy behaviour as a problem"),
)
_OWN_WORDS = (
    ("NI 115", "Pupils who often drink or take drugs"),
    ("NI 52", "Share of pupils who have a school lunch"),
    ("NI 147", "Percentage of care leavers in suitable accommodation"),
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The official title of another code."""
    return with_indicators(plan, random, random.choice(_SWAPPED))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The right code with a name in the plan's own words."""
    planted = with_indicators(plan, random, random.choice(_OWN_WORDS))
    return planted.plan if planted else plan


PLANT = Plant("indicator-code-wrong-name", plant, clean_twin)
