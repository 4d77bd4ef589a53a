"""Versions of a plan, what was brought in, and what differs between any two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from oneplan.document.differences.changes import Change
from oneplan.document.differences.compare import compare_plans
from oneplan.document.schema import PlanDocument
from oneplan.partnership.plans.models import Import, Version
from oneplan.partnership.plans.queries.live import LivePlan


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A frozen version in a list."""

    number: str
    note: str
    who: str
    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A document that was brought in, in a list; ``id`` names it."""

    id: int
    file: str
    fingerprint: str
    who: str
    at: datetime
    revision: int


def versions(plan: LivePlan) -> list[VersionLine]:
    """The versions of a plan, the latest first, in one query."""
    rows = Version.objects.filter(plan=plan.id).order_by("-revision")
    found = rows.values_list("number", "note", "by_label", "at", "revision")
    return [VersionLine(*row) for row in found]


def version_revision(plan: LivePlan, number: str) -> int | None:
    """The revision that a version froze, None where there is no such version."""
    found = Version.objects.filter(plan=plan.id, number=number)
    return found.values_list("revision", flat=True).first()


def version_document(plan: LivePlan, number: str) -> PlanDocument | None:
    """The plan document that a version is, None where there is no such version."""
    found = Version.objects.filter(plan=plan.id, number=number)
    document = found.values_list("document", flat=True).first()
    return PlanDocument.model_validate(document) if document else None


def imports(plan: LivePlan) -> list[ImportLine]:
    """The documents that were brought into a plan, the latest first, in one query."""
    rows = Import.objects.filter(plan=plan.id).order_by("-revision")
    found = rows.values_list("pk", "file", "fingerprint", "by_label", "at", "revision")
    return [ImportLine(*row) for row in found]


def import_document(plan: LivePlan, number: int) -> PlanDocument | None:
    """What was read of a document that was brought into this plan, None where it was not."""
    found = Import.objects.filter(plan=plan.id, pk=number)
    document = found.values_list("document", flat=True).first()
    return PlanDocument.model_validate(document) if document else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states of a plan; a number of None is the plan as it stands."""

    old: str | None
    new: str | None
    changes: tuple[Change, ...]


def compare(plan: LivePlan, old: str | None, new: str | None = None) -> Comparison | None:
    """A version of a plan beside another, or beside the plan as it stands (None).

    None where there is no version of such a number.
    """
    before = plan.document if old is None else version_document(plan, old)
    after = plan.document if new is None else version_document(plan, new)
    if before is None or after is None:
        return None
    return Comparison(old, new, tuple(compare_plans(before, after, same_ids=True)))
