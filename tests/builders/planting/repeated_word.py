"""A word that stands twice running."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "Ensure that that the hall in {place} opens.",
    "Lend the the tools of {place} to all.",
    "Walk in in groups of {n}.",
)
_SOUND = (
    "By then {place} had had enough of it.",
    "They went on and on in {place}.",
    "A very very good year in {place}.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A word that stands twice running."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("repeated-word", plant, clean_twin)
