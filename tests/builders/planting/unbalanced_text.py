"""A bracket or quotation mark alone, or a sentence cut off."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "Open {n} rooms (two of them in {place} for anyone.",
    "Open {n} rooms in {place}) for anyone.",
    "Call it “a room for {place} and be done.",
    "Open {n} rooms for the people of {place} and the",
    "Lend tools, books and",
    "Speak of 'a room for {place} and of little else.",
)
_SOUND = (
    "Open {n} rooms (two of them in {place}) for anyone.",
    "We will a) open {n} rooms and b) keep them open.",
    "Call it “a room for {place}” and be done.",
    "A place that people in {place} are glad to come from.",
    "Speak of 'a room for {place}' and of the parents' and children's own plans.",
    "A place in {place} where people feel safe and secure",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A bracket or quotation mark alone, or a sentence cut off."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("unbalanced-text", plant, clean_twin)
