"""Plans as they were: at a revision, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from oneplan.document.schema import PlanDocument
from oneplan.partnership.audit.models import Event
from oneplan.partnership.plans.parts.document import document_of
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.past import parts_at
from oneplan.partnership.plans.queries.live import LivePlan


@dataclass(frozen=True, slots=True)
class PastPlan:
    """A plan as it was after one of its events."""

    revision: int
    parts: Parts

    @property
    def document(self) -> PlanDocument:
        """It as a plan document, made anew."""
        return document_of(self.parts)


def plan_at(plan: LivePlan, revision: int) -> PastPlan:
    """The plan as it was at one of its revisions, in one query at most.

    Raises:
        NeverWas: it never had this revision.
    """
    if revision == plan.revision:
        return PastPlan(revision, plan.parts)
    return PastPlan(revision, parts_at(plan.id, plan.kept.standing, revision))


def plan_as_on(plan: LivePlan, moment: datetime) -> PastPlan | None:
    """The plan as it stood at a moment, in two queries; None where it was not there yet."""
    before = Event.objects.of_stream(plan.key).filter(at__lte=moment, number__lte=plan.revision)
    last = before.values_list("number", flat=True).last()
    return None if last is None else plan_at(plan, last)


def mark_at(plan: LivePlan, revision: int) -> str | None:
    """The mark of all that had happened to the plan up to a revision, in one query; None for no such.

    It is the audit's hash over the whole history until then: no other plan and no other revision has it.
    """
    events = Event.objects.of_stream(plan.key).filter(number=revision)
    return events.values_list("mark", flat=True).first()
