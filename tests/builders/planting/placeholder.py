"""Words that were to be replaced, left in."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "The lead for {place} is TBC.",
    "Take-up in {place} rises to xx% in year {n}.",
    "[insert name] chairs the group in {place}.",
    "MAP OF {place} TO BE ADDED",
    "Lorem ipsum dolor sit amet {n}",
    "The venue in {place} is to be confirmed.",
)
_SOUND = (
    "A baseline for {place} is to be confirmed in year {n}.",
    "Names of the {n} members are listed [here].",
    "Benches are to be added up to {n} a year in {place}.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Words that were to be replaced, left in."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("placeholder", plant, clean_twin)
