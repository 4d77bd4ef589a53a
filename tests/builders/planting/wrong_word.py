"""A word that sounds like the one meant."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "All of it is dependant on the weather in {place}.",
    "Smoking and its affects on sleep in {place}.",
    "Better pubic transport to {place}.",
    "The principle officer in {place} decides.",
)
_SOUND = (
    "Dependants of soldiers in {place} are welcome.",
    "What affects sleep in {place}.",
    "Better public transport to {place}.",
    "The principle of fairness in {place}.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A word that sounds like the one meant."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("wrong-word", plant, clean_twin)
