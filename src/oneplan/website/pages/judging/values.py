"""The findings that somebody has chosen, and the forms about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oneplan.partnership.partners.queries.people import PersonHere
from oneplan.partnership.plans.operations.judging import NamedFinding
from oneplan.vocabulary.findings import Finding
from oneplan.website.components.fields import Field, Option
from oneplan.website.components.findings import ShownFinding, numbered
from oneplan.website.live_plans import OpenLivePlan

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The findings that were ticked, as the page shows them and as operations name them."""

    shown: list[ShownFinding]
    named: list[NamedFinding]


def chosen(opened: OpenLivePlan, marks: Sequence[str]) -> Chosen:
    """The findings of the plan with these fingerprints, in plan order; others are passed over."""
    wanted = set(marks)
    everything = [*opened.findings, *(finding for finding, _ in opened.accepted)]
    found = [finding for finding in everything if finding.fingerprint in wanted]
    return Chosen(numbered(opened, found), [_named(finding) for finding in found])


def _named(finding: Finding) -> NamedFinding:
    return NamedFinding(finding.fingerprint or "", finding.rule, finding.where or "")


def reason_field() -> Field:
    """Why a finding may stay."""
    hint = "Whoever reads the red pen later sees it, with your name and the day."
    return Field("reason", "Why it may stay as it is", "long", hint=hint)


def person_field(people: Iterable[PersonHere]) -> Field:
    """Who is to settle it."""
    options = [Option(str(each.id), each.name) for each in people]
    return Field(
        "to", "Who is to settle it", "choice", options=(*options, Option(NOBODY, "Nobody"))
    )
