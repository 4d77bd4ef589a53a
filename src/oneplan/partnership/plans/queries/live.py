"""Plans as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from oneplan.document.schema import PlanDocument
from oneplan.partnership.last_used import LastUsed
from oneplan.partnership.partners.models import Partnership
from oneplan.partnership.plans.kept import PLANS, KeptPlan
from oneplan.partnership.plans.models import Action, Measure, Plan
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.stages import Stage
from oneplan.partnership.prepared import Prepared

_MOST_FIGURES = 10_000


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


@dataclass(frozen=True, slots=True)
class _Figures:
    """What a list says of a plan in one of its states: its version and period, and how much stands in it."""

    version: str | None
    start: str | None
    end: str | None
    actions: int
    measures: int


def plans_of(partnership: Partnership) -> list[PlanLine]:
    """The plans of a partnership by title, in one query; in two where one has come to another state."""
    rows = _LINES(partnership.pk)
    figures = {number: _FIGURES.get((number, state)) for *_, number, state in rows}
    if None in figures.values():
        figures = dict(_counted(partnership))
    return [
        PlanLine(
            slug=slug,
            title=title,
            stage=Stage(stage),
            version=of_it.version,
            start=of_it.start,
            end=of_it.end,
            actions=of_it.actions,
            measures=of_it.measures,
            changed_at=changed_at,
        )
        for slug, title, stage, changed_at, number, _ in rows
        if (of_it := figures.get(number))
    ]


def _counted(partnership: Partnership) -> Iterator[tuple[int, _Figures]]:
    """The figures of all plans by their numbers, each kept for the state in which it was found."""
    for number, state, fields, *counted in _COUNTED(partnership.pk):
        period = fields.get("period") or {}
        figures = _Figures(fields.get("version"), period.get("start"), period.get("end"), *counted)
        _FIGURES.keep((number, state), figures)
        yield number, figures


_FIGURES: LastUsed[tuple[int, str], _Figures] = LastUsed(_MOST_FIGURES)


def _number_of(rows: QuerySet[Action] | QuerySet[Measure]) -> Coalesce:
    counted = (
        rows.filter(plan=OuterRef("pk"), removed_at=None)
        .values("plan")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


_LINES = Prepared(
    lambda partnership: (
        Plan.objects.of(partnership)
        .order_by("title", "slug")
        .values_list("slug", "title", "stage", "changed_at", "pk", "state")
    )
)
_COUNTED = Prepared(
    lambda partnership: Plan.objects.of(partnership).values_list(
        "pk",
        "state",
        "fields",
        _number_of(Action.objects.all()),
        _number_of(Measure.objects.all()),
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
    kept = PLANS.read(number, state)
    if kept is None:
        return None
    return LivePlan(number, partnership, slug, Stage(stage), started_at, changed_at, kept)


@dataclass(frozen=True, slots=True)
class RemovedPlan:
    """A plan that was taken out of all lists and can be restored."""

    slug: str
    title: str
    removed_at: datetime


_REMOVED = Prepared(
    lambda partnership: (
        Plan.objects.filter(partnership=partnership, removed_at__isnull=False)
        .order_by("-removed_at")
        .values_list("slug", "title", "removed_at")
    )
)


def removed_plans(partnership: Partnership) -> list[RemovedPlan]:
    """The plans of a partnership that were removed, the latest first, in one query."""
    return [RemovedPlan(*row) for row in _REMOVED(partnership.pk)]
