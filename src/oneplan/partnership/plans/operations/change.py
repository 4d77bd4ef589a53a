"""The one way in which a plan is changed: by hand, from a spreadsheet, by undo or going back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from oneplan.partnership.partners.access import Member, NotAllowed, requires
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.happened import happened
from oneplan.partnership.plans.kept import PLANS
from oneplan.partnership.plans.leads import bodies_of
from oneplan.partnership.plans.models import Plan
from oneplan.partnership.plans.operations.locked import locked, recorded, standing
from oneplan.partnership.plans.operations.storable import storable, storable_changes
from oneplan.partnership.plans.own_actions import Bodies, not_own
from oneplan.partnership.plans.parts.changes import Change, applied
from oneplan.partnership.plans.parts.conflicts import Conflict, merged
from oneplan.partnership.plans.parts.part import Parts
from oneplan.partnership.plans.past import parts_at
from oneplan.partnership.plans.rows import Standing, write_changes

Edit = Callable[[Parts], Iterable[Change]]
"""From the parts that a person saw to the changes that they want."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of an edit: the plan's revision, the changes made and those that conflict.

    ``batch`` names the edit in the history; it is empty where nothing was changed.
    """

    revision: int
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    batch: str = ""


@requires(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS)
@transaction.atomic
def change_plan(
    *,
    plan: str,
    edit: Edit,
    seen: int | None,
    by: Member,
    at: datetime,
    operation: str = "edit",
    note: str = "",
    despite_conflicts: bool = False,
) -> Changed:
    """Makes an edit of what was seen to the plan as it stands, and records one event for each part.

    ``seen`` is the revision that the person saw (None: the present one); ``edit`` is given the parts as
    they were then. Where others have changed the same fields since, nothing is changed and the conflicts
    come back – or the rest is changed, ``despite_conflicts``. To settle a conflict is to edit again,
    having seen the revision that comes back.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not make one of the changes.
        NeverWas: the plan never had the revision ``seen``.
        Refused: the edit makes no sense for what was seen.
    """
    row = locked(plan, by)
    return made(
        row, edit, seen=seen, by=by, at=at, told=(operation, note), despite=despite_conflicts
    )


def made(
    row: Plan,
    edit: Edit,
    *,
    seen: int | None,
    by: Member,
    at: datetime,
    told: tuple[str, str],
    despite: bool = False,
) -> Changed:
    """Makes an edit to a locked plan, as :func:`change_plan` says; ``told`` is the operation and the note."""
    now = standing(row)
    then = now.parts if seen is None or seen == now.revision else parts_at(row.pk, now, seen)
    wanted = storable_changes(edit(then))
    bodies = bodies_of(by.partnership, at.date())
    _must_be_allowed(by, wanted, then, bodies)
    result = merged(wanted, now.parts)
    _must_be_allowed(by, result.fitting, now.parts, bodies)
    if not result.fitting or (result.conflicts and not despite):
        return Changed(now.revision, (), result.conflicts)
    operation, note = told
    return _written(row, now, result.fitting, result.conflicts, by, at, operation, storable(note))


def _written(
    row: Plan,
    now: Standing,
    changes: tuple[Change, ...],
    conflicts: tuple[Conflict, ...],
    by: Member,
    at: datetime,
    operation: str,
    note: str,
) -> Changed:
    after = applied(now.parts, changes)
    write_changes(row, changes, after, at)
    events = [happened(change, now.parts, after, note) for change in changes]
    done = recorded(row, events, operation=operation, by=by, at=at)
    new = Standing(done.revision, row.state, after)
    transaction.on_commit(lambda: PLANS.keep(row.pk, new))
    return Changed(done.revision, changes, conflicts, done.batch)


def _must_be_allowed(by: Member, changes: Iterable[Change], parts: Parts, bodies: Bodies) -> None:
    if by.may(Permission.EDIT_PLANS):
        return
    if not_own(changes, parts, by.organisations, bodies) is not None:
        raise NotAllowed(Permission.EDIT_PLANS)
