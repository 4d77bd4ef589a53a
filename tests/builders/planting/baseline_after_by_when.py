"""A baseline taken when the action is over."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, dated_action, sound_figure
from builders.wording import measured
from oneplan.document.identity import with_ids
from oneplan.document.schema import Baseline, Measure, PlanDocument


def _planted(plan: PlanDocument, random: Random, years: int) -> Planted | None:
    changed = copied(plan)
    found = dated_action(changed, random)
    if found is None:
        return None
    placed, due = found
    year = due // 12 + years
    period = random.choice((str(year), f"{year}/{(year + 1) % 100:02}"))
    figure = sound_figure(plan, random)
    words = f"baseline to be set in {period}"
    measure = Measure(
        text=f"Change in {measured(figure.subject, figure.unit)} ({words}).",
        kind="directional",
        direction=figure.direction,
        baselines=[Baseline(text=words, period=period, to_be_set=True)],
    )
    placed.action.measures.append(measure)
    return Planted(with_ids(changed), (placed.where,), measure.text)


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """The year of the baseline comes after the action's end."""
    return _planted(plan, random, random.randint(1, 2))


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The year of the baseline comes before it."""
    planted = _planted(plan, random, -1)
    return planted.plan if planted else plan


PLANT = Plant("baseline-after-by-when", plant, clean_twin)
