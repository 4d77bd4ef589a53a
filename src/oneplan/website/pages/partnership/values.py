"""What the search and the list of names show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.naming.names import Printed
from oneplan.partnership.partners.queries.names import RememberedName
from oneplan.partnership.partners.queries.overview import FoundName
from oneplan.partnership.plans.queries.live import PlanLine
from oneplan.partnership.plans.stages import Stage
from oneplan.vocabulary.lists import listed
from oneplan.website.pages.partnership.addresses import page_of
from oneplan.website.wording import counted

STANDING = {
    Printed.PARTNER: "among partners",
    Printed.LEAD: "as lead",
    Printed.GROUP: "among groups",
    Printed.STRATEGY: "among strategies",
}
"""Where in a plan a name stands, in words."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something that was found: its name, its page, what it is, and the printed name that was found."""

    name: str
    url: str
    sort: str
    printed: str | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """A settled name: where it stands in plans, and what it means."""

    id: int
    text: str
    standing: str
    name: str
    url: str
    sort: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan of the partnership: where it stands, and what it holds in words."""

    slug: str
    title: str
    stage: Stage
    holds: str
    version: str | None
    changed_at: datetime


def plan_rows(plans: Iterable[PlanLine]) -> list[PlanRow]:
    """A row for each plan: those that are over come last, and the newest first."""
    newest = sorted(plans, key=lambda plan: plan.start or "", reverse=True)
    return [
        PlanRow(each.slug, each.title, each.stage, _holds(each), each.version, each.changed_at)
        for each in sorted(newest, key=lambda plan: plan.stage == Stage.ENDED)
    ]


def _holds(plan: PlanLine) -> str:
    numbers = ((plan.actions, "action"), (plan.measures, "measure"))
    return listed([counted(number, noun) for number, noun in numbers if number]) or "No action yet"


def found_rows(member: Member, found: Iterable[FoundName]) -> list[FoundRow]:
    """A row for each thing that was found."""
    return [
        FoundRow(each.name, page_of(member, each.thing), each.thing.sort.value, each.printed)
        for each in found
    ]


def name_rows(member: Member, names: Iterable[RememberedName]) -> list[NameRow]:
    """A row for each settled name."""
    return [
        NameRow(
            each.id,
            each.text,
            STANDING[each.kind],
            each.name,
            page_of(member, each.thing),
            each.thing.sort.value,
        )
        for each in names
    ]
