"""A decision before the answers are counted."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_year
from builders.planting.sowing import with_statement
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """A decision before the answers are counted."""
    year = plan_year(plan)
    texts = [
        f"The board approved the strategy on 4 May {year}.",
        f"Full analysis will be published by the end of June {year}.",
    ]
    random.shuffle(texts)
    return with_statement(plan, random, *texts)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same events in the right order."""
    year = plan_year(plan)
    texts = [
        f"Full analysis was published on 20 April {year}.",
        f"The board approved the strategy on 4 May {year}.",
    ]
    random.shuffle(texts)
    return with_statement(plan, random, *texts).plan


PLANT = Plant("decision-before-analysis", plant, clean_twin)
