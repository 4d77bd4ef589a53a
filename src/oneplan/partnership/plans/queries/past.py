"""Plans as they were: at a revision, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from oneplan.document.schema import PlanDocument
from oneplan.partnership.audit.models import Event
from oneplan.partnership.plans.models import Plan, Version
from oneplan.partnership.plans.parts.document import document_of
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.past import parts_at
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.prepared import Prepared

_LOOKED_AT = 100


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


def revision_on(plan: LivePlan, moment: datetime) -> int | None:
    """The revision that a plan had at a moment; None where it was not there yet.

    The events are numbered without gaps, so that a few of them say between which two it is: one query
    for a history of a hundred events, two for one of ten thousand.
    """
    events = Event.objects.filter(stream=plan.key, at__lte=moment)
    passed, end = 0, plan.revision
    while passed < end:
        step = -(-(end - passed) // _LOOKED_AT)
        looked_at = range(passed + step, end + 1, step)
        found = events.filter(number__in=looked_at).aggregate(last=Max("number"))["last"]
        passed = found or passed
        end = min(end, passed + step - 1)
    return passed or None


def mark_at(plan: LivePlan, revision: int) -> str | None:
    """The mark of all that had happened to the plan up to a revision, in one query; None for no such.

    It is the audit's hash over the whole history until then: no other plan and no other revision has it.
    """
    events = Event.objects.of_stream(plan.key).filter(number=revision)
    return events.values_list("mark", flat=True).first()


@dataclass(frozen=True, slots=True)
class OldState:
    """A state that a plan once had, which never changes. ``mark`` is that of :func:`mark_at`."""

    plan: int
    slug: str
    revision: int
    mark: str
    since: datetime | None = None
    """When it came about; None where only a version was asked for."""


def state_at(partnership: int, slug: str, revision: int) -> OldState | None:
    """The state of a partnership's plan at a revision, in one query; None where it had none such."""
    for plan, mark, since in _STATE(partnership, slug, revision):
        return OldState(plan, slug, revision, mark, since) if mark else None
    return None


def version_states(
    partnership: int, slug: str, one: str, other: str | None = None
) -> dict[str, OldState]:
    """One or two versions of a plan by their numbers, each as the state it froze, in one query.

    A number that no version has is missing.
    """
    found = _VERSIONS(partnership, slug, one, one if other is None else other)
    return {number: OldState(plan, slug, revision, mark) for number, plan, revision, mark in found}


def _history(plan: str) -> QuerySet[Event]:
    """The history of the plan whose number is in a field of what is asked for."""
    stream = Concat(Value("plan:"), Cast(OuterRef(plan), CharField()))
    return Event.objects.filter(stream=stream)


_STATE = Prepared(
    lambda partnership, slug, revision: (
        Plan.objects.filter(partnership=partnership, slug=slug, removed_at=None)
        .annotate(
            mark=Subquery(_history("pk").filter(number=revision).values("mark")),
            since=Subquery(_history("pk").filter(number=revision).values("at")),
        )
        .values_list("pk", "mark", "since")
    )
)
_VERSIONS = Prepared(
    lambda partnership, slug, one, other: (
        Version.objects.filter(
            Q(number=one) | Q(number=other),
            plan__partnership=partnership,
            plan__slug=slug,
            plan__removed_at=None,
        )
        .annotate(
            mark=Subquery(_history("plan_id").filter(number=OuterRef("revision")).values("mark"))
        )
        .values_list("number", "plan_id", "revision", "mark")
    )
)
