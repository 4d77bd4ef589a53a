"""One code with two meanings."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, with_indicators
from oneplan.document.schema import PlanDocument

_NAMES = (
    (
        "NI 147",
        "Care leavers in suitable accommodation",
        "Young offenders in education or training",
    ),
    ("LPI 12", "Visits to leisure centres by residents", "Potholes mended within a working week"),
    ("NI 192", "Household waste sent for recycling and composting", "Bus services running on time"),
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two places give one code different meanings."""
    code, one, other = random.choice(_NAMES)
    return with_indicators(plan, random, (code, one), (code, other))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A shared indicator under the same name or its short form."""
    code, name, _ = random.choice(_NAMES)
    short = " ".join(name.split()[:3])
    planted = with_indicators(plan, random, (code, name), (code, random.choice((name, short))))
    return planted.plan if planted else plan


PLANT = Plant("indicator-code-two-names", plant, clean_twin)
