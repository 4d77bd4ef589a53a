"""A newer document beside the plan that it is a newer form of."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.models import Import
from oneplan.partnership.plans.parts.changes import Change, changes_between
from oneplan.partnership.plans.parts.conflicts import Conflict, conflicts
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.second_reading import read_again
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import plan_at


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a newer document changes of the one that was brought in last.

    ``before`` is the document before (the plan, where there was none) and ``read`` all of the newer
    one, both under the plan's keys; ``changes`` is what differs between them; ``conflicts`` are those
    of them that the plan has otherwise by now.
    """

    before: Parts
    read: Parts
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def second_reading(plan: LivePlan, document: PlanDocument) -> SecondReading:
    """A newer document beside the plan, in two queries. The same document gives the same keys again."""
    before = _read_last(plan)
    read = read_again(before, document)
    changes = tuple(changes_between(before, read))
    return SecondReading(before, read, changes, conflicts(changes, plan.parts))


def _read_last(plan: LivePlan) -> Parts:
    """The document that was brought in last, under the plan's keys."""
    last = Import.objects.filter(plan=plan.id).order_by("-revision", "-pk").first()
    if last is None:
        return plan.parts
    then = plan_at(plan, last.revision)
    return read_again(then.parts, PlanDocument.model_validate(last.document))
