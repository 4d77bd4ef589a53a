"""A small word lost, or one too many."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "An increase the number of rooms in {place}.",
    "Rooms in use at from {n}0% of the time in {place}.",
    "Aimed at a families in {place}.",
    "Music is an important in growing up in {place}.",
    "Rooms in {place} used during from {n}0 days a year.",
    "Young people in {place} to offered {n} lessons each.",
)
_SOUND = (
    "An increase in the number of rooms in {place}.",
    "Rooms in use from {n}0% of the time in {place}.",
    "Aimed at a families forum in {place}.",
    "Music is an important part of growing up in {place}.",
    "Rooms in {place} used during {n}0 days a year.",
    "Young people in {place} to be offered {n} lessons each, thanks to increased funds.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A small word lost, or one too many."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("missing-word", plant, clean_twin)
