"""More of something, and no number."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, plan_with, some_subject, with_measure
from oneplan.document.schema import Measure, PlanDocument


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Which way, and neither from where nor to where."""
    subject, place = some_subject(random)
    words = (
        ("More", "Increase in", "A rise in")
        if subject.up
        else ("Fewer", "Reduction in", "A fall in")
    )
    measure = Measure(
        text=f"{random.choice(words)} {subject.name} in {place}.",
        kind="directional",
        direction="increase" if subject.up else "decrease",
    )
    return with_measure(plan, random, measure)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """A thing that is delivered or not needs no number."""
    subject, place = some_subject(random)
    text = f"A register of {subject.name} in {place} is published."
    return plan_with(plan, random, Measure(text=text, kind="deliverable", direction="deliver"))


PLANT = Plant("vague-measure", plant, clean_twin)
