"""A baseline, and another figure for the same date in prose."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, elements_of, sound_figure, with_measure
from builders.wording import measure_of
from oneplan.document.schema import PlanDocument, Statement


def _planted(plan: PlanDocument, random: Random, apart: float) -> Planted | None:
    figure = sound_figure(plan, random, "percent")
    value = round((figure.start or 0) - apart, 1)
    year = (figure.start_period or "2012")[:4]
    period = f"March {year}" if "-" in (figure.start_period or "") else figure.start_period
    changed = copied(plan)
    elements = elements_of(changed)
    if not elements:
        return None
    text = f"Of all {figure.subject} we count {value:g}% in {period}."
    random.choice(elements).element.statements.append(Statement(kind="evidence", text=text))
    return with_measure(changed, random, measure_of(figure, random))


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The sentence gives some points less than the baseline."""
    return _planted(plan, random, random.randint(2, 9) / 2 + 0.4)


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The sentence gives the baseline."""
    planted = _planted(plan, random, 0)
    return planted.plan if planted else plan


PLANT = Plant("baseline-disagrees-with-text", plant, clean_twin)
