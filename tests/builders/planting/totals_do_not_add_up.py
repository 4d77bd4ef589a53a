"""A total that is not the sum of its parts."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted
from builders.planting.sowing import with_words
from builders.themes import PLACES
from oneplan.document.schema import PlanDocument

_FAULTY = (
    "4{n} rooms in {place} (20 large, 17 small and 14 for hire) open.",
    "In all 12 guides in {place}: 5 walkers, 4 cyclists and 4 drivers.",
    "£4,000 + £4,{n}00 = £9,000",
    "The walks in {place} cost £9,500: £4,000 for guides, £3,000 (a grant) for maps and £2,{n}00 for boots.",
)
_SOUND = (
    "12 rooms in {place} (5 large, 4 small and 3 for hire) open.",
    "30 rooms in {place} (2 in the north, 3 in the south) are seen each year.",
    "£4,000 + £5,000 = £9,000",
    "The walks in {place} cost £9,500: £4,000 for guides, £3,000 (a grant of £3,{n}00 last year) for maps and £2,500 for boots.",
    "The walks in {place} cost £9,500, including £4,000 for guides and £3,000 for maps.",
    "Over 10 guides in {place}: 5 walkers, 4 cyclists and 4 drivers.",
)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A total that is not the sum of its parts."""
    return with_words(plan, random, _worded(random, _FAULTY))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Words that look much the same and are right."""
    return with_words(plan, random, _worded(random, _SOUND)).plan


def _worded(random: Random, wordings: tuple[str, ...]) -> str:
    return random.choice(wordings).format(
        n=random.choice((3, 4, 6, 7, 8)), place=random.choice(PLACES)
    )


PLANT = Plant("totals-do-not-add-up", plant, clean_twin)
