"""So few people that they may be known."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "Last year 8.{n}% (2 pupils) in {place} passed.",
    "In {place} 6% – 4 care leavers – found work.",
    "Three children (7%) in {place} moved away.",
)
_SOUND = (
    "Last year 38.{n}% (52 pupils) in {place} passed.",
    "In {place} 60% (3 schools) took part.",
    "Train 4 young people in {place} as guides.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """So few people that they may be known."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("small-number-published", plant, clean_twin)
