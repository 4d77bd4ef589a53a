"""The one way in which a plan is changed: by hand, from a spreadsheet, by undo or going back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import Member, NotAllowed, requires
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.happened import happened
from oneplan.partnership.plans.kept import PLANS
from oneplan.partnership.plans.leads import bodies_of
from oneplan.partnership.plans.operations.locked import Doing, locked, recorded, standing
from oneplan.partnership.plans.operations.storable import storable, storable_changes
from oneplan.partnership.plans.operations.ties import Tie, write_ties
from oneplan.partnership.plans.own_actions import not_own
from oneplan.partnership.plans.parts.changes import Change, DoesNotFit, applied
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
    doing = Doing(locked(plan, by), by, at, operation, storable(note))
    return made(doing, edit, seen=seen, despite=despite_conflicts)


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def change_with_descent(
    *,
    plan: str,
    edit: Edit,
    come: Sequence[Tie],
    seen: int,
    by: Member,
    at: datetime,
    operation: str,
) -> Changed:
    """Makes an edit of what was seen, and says with it which actions of the plan come from which.

    Nothing of either is done where others have changed since what was seen.

    Raises:
        NotThere: the partnership has no such plan, or one of the actions never was.
        NotAllowed: the member may not edit plans.
        NeverWas: the plan never had the revision ``seen``.
        Refused: the edit makes no sense for what was seen.
    """
    return made(Doing(locked(plan, by), by, at, operation), edit, seen=seen, come=come)


def made(
    doing: Doing,
    edit: Edit,
    *,
    seen: int | None,
    despite: bool = False,
    come: Sequence[Tie] = (),
    go: Sequence[Tie] = (),
    besides: Sequence[Happened] = (),
) -> Changed:
    """Makes an edit to a locked plan, as :func:`change_plan` says, and ties that come and go with it.

    ``besides`` is what has been done to the plan with it, to be recorded.
    """
    now = standing(doing.plan)
    parts = now.parts
    then = parts if seen in (None, now.revision) else parts_at(doing.plan.pk, now, seen)
    wanted = storable_changes(edit(then))
    result = merged(wanted, parts)
    _must_be_allowed(doing, (wanted, then), (result.fitting, parts))
    if result.conflicts and not despite:
        return Changed(now.revision, (), result.conflicts)
    try:
        after = applied(parts, result.fitting)
    except DoesNotFit as error:
        raise Refused({"edit": str(error)}) from error
    write_changes(doing.plan, result.fitting, after, doing.at)
    told = [happened(change, parts, after, doing.note) for change in result.fitting]
    told += [*write_ties(doing.plan, come=come, go=go), *besides]
    if not told:
        return Changed(now.revision, (), result.conflicts)
    done = recorded(doing, told)
    _keep_when_done(doing.plan.pk, Standing(done.revision, doing.plan.state, after))
    return Changed(done.revision, result.fitting, result.conflicts, done.batch)


def _keep_when_done(plan: int, new: Standing) -> None:
    transaction.on_commit(lambda: PLANS.keep(plan, new))


def _must_be_allowed(doing: Doing, *each: tuple[Iterable[Change], Parts]) -> None:
    """A lead officer may make the changes where their agency leads: in what was seen, and by now.

    Raises:
        NotAllowed: they may not make one of them.
    """
    if doing.by.may(Permission.EDIT_PLANS):
        return
    bodies = bodies_of(doing.by.partnership, doing.at.date())
    for changes, parts in each:
        if not_own(changes, parts, doing.by.organisations, bodies) is not None:
            raise NotAllowed(Permission.EDIT_PLANS)
