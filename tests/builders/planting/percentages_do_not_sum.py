"""Shares of one whole that make more than the whole."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "In {place} 5{n}% agreed, 39% disagreed and 18% did not know.",
    "6{n}% said yes and 4{n}% no.",
    "Of the walkers in {place} 5{n}% were women and 5{n}% men.",
)
_SOUND = (
    "In {place} 50% agreed, 33% disagreed and 17% did not know.",
    "33.3% agreed, 33.3% disagreed and 33.4% did not know.",
    "8{n}% want benches and 7{n}% want trees in {place}.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Shares of one whole that make more than the whole."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("percentages-do-not-sum", plant, clean_twin)
