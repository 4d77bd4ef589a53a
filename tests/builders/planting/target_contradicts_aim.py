"""A target that moves away from the aim above it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from builders.planting.plant import Plant, Planted, copied, sound_figure
from builders.wording import Figure, measure_of
from oneplan.document.identity import with_ids
from oneplan.document.schema import Element, PlanDocument

_AIMS = (
    ("Fewer children living in damp homes", "children living in damp homes", False),
    ("Reduce burglaries of shops", "burglaries of shops", False),
    ("More allotments for households", "allotments for households", True),
)


def _planted(plan: PlanDocument, random: Random, away: bool) -> Planted:
    aim, subject, up = random.choice(_AIMS)
    changed = copied(plan)
    measure = measure_of(_figure(plan, random, subject, up != away), random)
    label = changed.elements[0].label if changed.elements else None
    changed.elements.append(Element(kind="outcome", label=label, title=aim, measures=[measure]))
    return Planted(with_ids(changed), (aim,), measure.text)


def _figure(plan: PlanDocument, random: Random, subject: str, up: bool) -> Figure:
    start, end = (120.0, 150.0) if up else (150.0, 120.0)
    figure = sound_figure(plan, random, "number")
    return replace(
        figure, subject=subject, start=start, end=end, direction="increase" if up else "decrease"
    )


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Fewer is the aim, and more the target; or the other way about."""
    return _planted(plan, random, away=True)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """Aim and target go the same way."""
    return _planted(plan, random, away=False).plan


PLANT = Plant("target-contradicts-aim", plant, clean_twin)
