"""What people said of the findings of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localtime

from oneplan.document.lint.acceptances import Acceptance
from oneplan.partnership.plans.models.findings import AcceptedFinding, GivenFinding
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.prepared import Prepared

_GIVEN = Prepared(
    lambda plan: GivenFinding.objects.filter(plan=plan).values_list(
        "fingerprint", "person_id", "person__name", "person__email"
    )
)


@dataclass(frozen=True, slots=True)
class Given:
    """Whom a finding was given to, by number and name."""

    person: int
    name: str


def acceptances(plan: LivePlan) -> list[Acceptance]:
    """The findings of a plan that were accepted, in one query."""
    return [
        Acceptance(
            each.fingerprint,
            each.reason,
            each.rule,
            each.where,
            each.by_label,
            localtime(each.at).date(),
        )
        for each in AcceptedFinding.objects.filter(plan=plan.id).order_by("pk")
    ]


def given(plan: LivePlan) -> dict[str, Given]:
    """Whom the findings of a plan were given to, by fingerprint, in one query."""
    return {
        fingerprint: Given(person, name or email)
        for fingerprint, person, name, email in _GIVEN(plan.id)
    }
