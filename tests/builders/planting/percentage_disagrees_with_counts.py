"""A percentage beside two counts that is not their share."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "9{n}% (12 of 48 halls) in {place} are open late.",
    "12 of 48 halls (6{n}%) in {place} are open late.",
    "4{n}%, 12 out of 48, in {place}.",
)
_SOUND = (
    "25% (12 of 48 halls) in {place} are open late.",
    "33% (16 of 48 halls) in {place} are open late.",
    "16 of 48 halls (33.3%) in {place} are open late.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A percentage beside two counts that is not their share."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("percentage-disagrees-with-counts", plant, clean_twin)
