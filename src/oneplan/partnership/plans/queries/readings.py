"""A newer document beside the plan that it is a newer form of."""

from __future__ import annotations

from dataclasses import dataclass

from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.models import Import
from oneplan.partnership.plans.parts.changes import Change, changes_between
from oneplan.partnership.plans.parts.conflicts import Conflict, conflicts
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.parts.second_reading import read_again
from oneplan.partnership.plans.parts.taken import LeftBefore, from_rows, left_before
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.plans.queries.past import plan_at


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a newer document changes of what was taken of the one that was brought in last.

    ``before`` is what was taken of the document before (the plan, where there was none) and ``read`` all
    of the newer one, both under the plan's keys; ``changes`` is what differs between them; ``conflicts``
    are those of them that the plan has otherwise by now; ``left`` is what was not taken the last time.
    """

    before: Parts
    read: Parts
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    left: LeftBefore


def second_reading(plan: LivePlan, document: PlanDocument) -> SecondReading:
    """A newer document beside the plan, in one query. The same document gives the same keys again."""
    last = Import.objects.filter(plan=plan.id).order_by("-revision", "-pk").first()
    before = _taken_last(plan, last)
    read = read_again(before, document)
    changes = tuple(changes_between(before, read))
    left = left_before(last.left if last else None)
    return SecondReading(before, read, changes, conflicts(changes, plan.parts), left)


def _taken_last(plan: LivePlan, last: Import | None) -> Parts:
    """What the plan took of the document that was brought in last, under the plan's keys."""
    if last is None:
        return plan.parts
    if last.base is not None:
        return from_rows(last.base)
    then = plan_at(plan, last.revision)
    return read_again(then.parts, PlanDocument.model_validate(last.document))
