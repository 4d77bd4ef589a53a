"""A person's own address or number."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "Ask r.example@fens{n}.example about {place}.",
    "Ring 07000 00{n} 000 about {place}.",
)
_SOUND = (
    "Ask info@fens{n}.example about {place}.",
    "Ring 01632 96000{n} about {place}.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A person's own address or number."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(n=random.randint(3, 8), place=random.choice(PLACES))


PLANT = Plant("personal-contact-published", plant, clean_twin)
