"""The findings that somebody has chosen, and the forms about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.queries.people import people_at_work, people_called
from oneplan.partnership.plans.operations.judging import NamedFinding
from oneplan.vocabulary.findings import Finding
from oneplan.website.components.choosing import BY_NAME_OR_ADDRESS, MOST_OFFERED, one_of
from oneplan.website.components.fields import Field
from oneplan.website.components.findings import ShownFinding, numbered
from oneplan.website.live_plans import OpenLivePlan
from oneplan.website.pages.people.options import people_options


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


def person_field(member: Member, given: Iterable[int]) -> Field:
    """Who is to settle it: whoever was ``given`` findings already is likely, and whoever works on plans."""
    likely = dict.fromkeys((*given, *people_at_work(member.partnership, MOST_OFFERED)))
    return one_of(
        "to",
        "Who is to settle it",
        people_options(people_called(member.partnership)),
        likely=[str(each) for each in likely],
        how=BY_NAME_OR_ADDRESS,
    )
