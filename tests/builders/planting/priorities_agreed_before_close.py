"""Priorities agreed while people could still answer."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_year
from builders.planting.sowing import with_statement
from oneplan.document.schema import PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Priorities agreed while people could still answer."""
    year = plan_year(plan)
    texts = [
        f"A workshop agreed the priorities on 3 May {year}.",
        f"The survey closed on 31 May {year}.",
    ]
    random.shuffle(texts)
    return with_statement(plan, random, *texts)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same events in the right order."""
    year = plan_year(plan)
    texts = [
        f"The survey closed on 31 May {year}.",
        f"A workshop agreed the priorities on 9 June {year}.",
    ]
    random.shuffle(texts)
    return with_statement(plan, random, *texts).plan


PLANT = Plant("priorities-agreed-before-close", plant, clean_twin)
