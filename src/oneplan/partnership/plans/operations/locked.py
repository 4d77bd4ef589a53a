"""The plan that an operation is about, locked until it ends, and the record of what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from oneplan.partnership.audit.operations import Happened, record
from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.refusals import NotThere
from oneplan.partnership.plans.kept import PLANS
from oneplan.partnership.plans.models import Plan
from oneplan.partnership.plans.rows import Standing, read_parts


class ChangedSince(Exception):
    """The plan is not any more as the person saw it; ``revision`` is the one it has now."""

    def __init__(self, revision: int) -> None:
        super().__init__("The plan has been changed since you opened this page. Look again.")
        self.revision = revision


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that is being done to a plan, whose row is locked: by whom, when, what and why."""

    plan: Plan
    by: Member
    at: datetime
    operation: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """How the history names what was done: its batch, and the plan's revision after it."""

    revision: int
    batch: str


def locked(plan: str, by: Member) -> Plan:
    """The plan of the member's partnership with this address; nobody else changes it until the end.

    Raises:
        NotThere: there is none.
    """
    row = Plan.objects.of(by.partnership).select_for_update().filter(slug=plan).first()
    if row is None:
        raise NotThere(plan)
    return row


def standing(row: Plan) -> Standing:
    """The locked plan as it stands.

    Raises:
        NotThere: it was deleted.
    """
    kept = PLANS.get(row.pk, row.state)
    found = kept.standing if kept else read_parts(row.pk)
    if found is None:
        raise NotThere(row.slug)
    return found


def recorded(doing: Doing, happened: Sequence[Happened]) -> Recorded:
    """Records what was done to the plan and saves its row with the new revision and state."""
    row, by = doing.plan, doing.by
    events = record(
        happened,
        stream=row.key,
        operation=doing.operation,
        by=by.actor,
        at=doing.at,
        partnership=by.partnership.key,
    )
    row.revision = events[-1].number
    row.state = uuid4().hex
    row.changed_at = doing.at
    row.save()
    return Recorded(row.revision, events[-1].batch)
