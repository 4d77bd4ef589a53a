"""Versions of a plan, and the documents that were brought in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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
    """The versions that a plan has had by its revision, the latest first, in one query."""
    rows = Version.objects.filter(plan=plan.id, revision__lte=plan.revision).order_by("-revision")
    found = rows.values_list("number", "note", "by_label", "at", "revision")
    return [VersionLine(*row) for row in found]


def version_document(plan: int, number: str) -> PlanDocument | None:
    """The plan document that a version of the plan with this number is, None where there is none."""
    found = Version.objects.filter(plan=plan, number=number)
    document = found.values_list("document", flat=True).first()
    return PlanDocument.model_validate(document) if document else None


def imports(plan: LivePlan) -> list[ImportLine]:
    """The documents brought into a plan by its revision, the latest first, in one query."""
    rows = Import.objects.filter(plan=plan.id, revision__lte=plan.revision).order_by("-revision")
    found = rows.values_list("pk", "file", "fingerprint", "by_label", "at", "revision")
    return [ImportLine(*row) for row in found]
