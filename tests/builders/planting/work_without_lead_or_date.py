"""Work in sentences that name nobody and no day."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of
from builders.themes import PLACES
from oneplan.document.identity import with_ids
from oneplan.document.lint.facts import first_words
from oneplan.document.schema import PlanDocument, Statement

_WORK = ("Mend the pier", "Paint the library", "Plant hedges", "Lend tools", "Teach swimming")


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The plan's actions are gone, and sentences stand in their place."""
    return Planted(_in_sentences(plan, random, "{work} in {place}"), (first_words(plan.title),))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The same sentences, each with a post and a month."""
    return _in_sentences(plan, random, "{work} in {place} by June 2031 (lead: Head of Piers)")


def _in_sentences(plan: PlanDocument, random: Random, wording: str) -> PlanDocument:
    changed = copied(plan)
    for placed in elements_of(changed):
        placed.element.actions = []
        placed.element.statements = [
            each for each in placed.element.statements if each.kind != "activity"
        ]
    changed.statements = [each for each in changed.statements if each.kind != "activity"]
    changed.statements += [
        Statement(kind="activity", text=wording.format(work=work, place=random.choice(PLACES)))
        for work in _WORK
    ]
    return with_ids(changed)


PLANT = Plant("work-without-lead-or-date", plant, clean_twin)
