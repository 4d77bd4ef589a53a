"""A part that is larger than its whole."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "{n}4 of the {n}1 halls in {place} are open late.",
    "We heard from {n}80 out of {n}20 homes in {place}.",
    "{n}0 walkers, of whom {n}9 came from {place}.",
)
_SOUND = (
    "{n}1 of the {n}4 halls in {place} are open late.",
    "We heard from {n}20 out of {n}80 homes in {place}.",
    "{n}9 walkers, of whom {n}0 came from {place}.",
    "A club for {n}0 of 14 year olds in {place}.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A part that is larger than its whole."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("subgroup-exceeds-base", plant, clean_twin)
