"""Plans as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from oneplan.document.schema import PlanDocument
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.plans.kept import PLANS, KeptPlan
from oneplan.partnership.plans.models import Action, Measure, Plan
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.rows import read_parts
from oneplan.partnership.plans.stages import Stage
from oneplan.partnership.prepared import Prepared


@dataclass(frozen=True, slots=True)
class LivePlan:
    """A plan as it stands. Whoever edits it says the ``revision`` that they saw."""

    id: int
    partnership: int
    slug: str
    stage: Stage
    started_at: datetime
    changed_at: datetime
    kept: KeptPlan

    @property
    def key(self) -> str:
        """How the history names this plan."""
        return f"plan:{self.id}"

    @property
    def revision(self) -> int:
        """The number of its last event; it belongs to :attr:`parts`."""
        return self.kept.standing.revision

    @property
    def parts(self) -> Parts:
        """All its parts."""
        return self.kept.standing.parts

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.parts.plan["title"])

    @property
    def document(self) -> PlanDocument:
        """It as a plan document, shared with all who ask: nobody changes it."""
        return self.kept.document


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list."""

    slug: str
    title: str
    stage: Stage
    version: str | None
    start: str | None
    end: str | None
    actions: int
    measures: int
    changed_at: datetime


def plans_of(partnership: Partnership) -> list[PlanLine]:
    """The plans of a partnership by title, in one query."""
    return [
        PlanLine(
            slug=slug,
            title=title,
            stage=Stage(stage),
            version=fields.get("version"),
            start=(fields.get("period") or {}).get("start"),
            end=(fields.get("period") or {}).get("end"),
            actions=actions,
            measures=measures,
            changed_at=changed_at,
        )
        for slug, title, stage, fields, changed_at, actions, measures in _PLANS(partnership.pk)
    ]


def _number_of(rows: QuerySet[Action] | QuerySet[Measure]) -> Coalesce:
    counted = (
        rows.filter(plan=OuterRef("pk"), removed_at=None)
        .values("plan")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


_PLANS = Prepared(
    lambda partnership: (
        Plan.objects.of(partnership)
        .order_by("title", "slug")
        .values_list(
            "slug",
            "title",
            "stage",
            "fields",
            "changed_at",
            _number_of(Action.objects.all()),
            _number_of(Measure.objects.all()),
        )
    )
)
_NAMED = Prepared(
    lambda partnership, slug: (
        Plan.objects.of(partnership)
        .filter(slug=slug)
        .values_list("pk", "partnership_id", "slug", "stage", "started_at", "changed_at", "state")
    )
)


def plan_named(partnership: Partnership, slug: str) -> LivePlan | None:
    """The plan of a partnership with this address, in at most two queries; None where there is none."""
    return next((_live(*row) for row in _NAMED(partnership.pk, slug)), None)


def live(row: Plan) -> LivePlan | None:
    """A plan as it stands when it is read; None where it was deleted meanwhile."""
    return _live(
        row.pk, row.partnership_id, row.slug, row.stage, row.started_at, row.changed_at, row.state
    )


def _live(
    number: int,
    partnership: int,
    slug: str,
    stage: str,
    started_at: datetime,
    changed_at: datetime,
    state: str,
) -> LivePlan | None:
    kept = PLANS.get(number, state)
    if kept is None:
        standing = read_parts(number)
        if standing is None:
            return None
        kept = PLANS.keep(number, standing)
    return LivePlan(number, partnership, slug, Stage(stage), started_at, changed_at, kept)


@dataclass(frozen=True, slots=True)
class RemovedPlan:
    """A plan that was taken out of all lists and can be restored."""

    slug: str
    title: str
    removed_at: datetime


def removed_plans(partnership: Partnership) -> list[RemovedPlan]:
    """The plans of a partnership that were removed, the latest first, in one query."""
    gone = Plan.objects.filter(partnership=partnership, removed_at__isnull=False)
    return [
        RemovedPlan(row.slug, row.title, row.removed_at)
        for row in gone.order_by("-removed_at")
        if row.removed_at
    ]
