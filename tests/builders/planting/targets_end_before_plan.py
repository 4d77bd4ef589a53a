"""A plan that goes on long after its last target."""

from __future__ import annotations

from random import Random

from builders.planting.plant import Plant, Planted, copied, month_named
from oneplan.document.lint.facts import PlanFacts, first_words
from oneplan.document.periods import months_of
from oneplan.document.schema import PlanDocument


def _ending(plan: PlanDocument, months_later: int) -> PlanDocument | None:
    """The plan with its end so many months after its last dated target; None where few are dated."""
    measures = [placed.measure for placed in PlanFacts(plan).measures]
    found = [months_of(t.period, t.year_kind) for measure in measures for t in measure.targets]
    steps = [months_of(step.month) for measure in measures for step in measure.milestones]
    dated = [months.last for months in found if months]
    if len(dated) < 5 or plan.period is None:
        return None
    last = max(dated + [months.last for months in steps if months])
    changed = copied(plan)
    changed.period = plan.period.model_copy(update={"end": month_named(last + months_later)})
    return changed


def plant(plan: PlanDocument, random: Random) -> Planted | None:
    """Two years and more without a target."""
    changed = _ending(plan, random.randint(24, 40))
    return Planted(changed, (first_words(plan.title),)) if changed else None


def clean_twin(plan: PlanDocument, random: Random) -> PlanDocument:
    """The last target is due in the plan's last year."""
    return _ending(plan, random.randint(0, 9)) or plan


PLANT = Plant("targets-end-before-plan", plant, clean_twin)
