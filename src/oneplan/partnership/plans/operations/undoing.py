"""Taking back what was done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oneplan.partnership.audit.models import Event
from oneplan.partnership.partners.access import Member, NotAllowed, requires
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.happened import changes_of, deed_needs
from oneplan.partnership.plans.operations.change import Changed, made
from oneplan.partnership.plans.operations.deeds import turned_round
from oneplan.partnership.plans.operations.locked import Doing, locked
from oneplan.partnership.plans.operations.ties import ties_of
from oneplan.partnership.plans.parts.changes import inverse


@requires(Permission.EDIT_PLANS, Permission.EDIT_OWN_ACTIONS, Permission.ASSIGN_FINDINGS)
@transaction.atomic
def undo(
    *, plan: str, batch: str, by: Member, at: datetime, despite_conflicts: bool = False
) -> Changed:
    """Takes back one edit of the history, all its parts together; that is an edit of its own.

    The plan's stage, its links and what was said of findings are taken back too. Where a field was
    changed again since, nothing is changed and the conflicts come back – or the rest is taken back,
    ``despite_conflicts``.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not change what the edit changed.
        Refused: the plan's history has no such edit, it is none that can be taken back, or something else
            was done since with what it did besides changing the text.
    """
    row = locked(plan, by)
    events = list(Event.objects.of_stream(row.key).filter(batch=batch))
    changes, (came, went) = changes_of(events), ties_of(events)
    deeds = [event for event in events if deed_needs(event) is not None]
    if not changes and not came and not went and not deeds:
        raise Refused({"batch": "This is no edit of the plan that could be taken back"})
    if not by.may(Permission.EDIT_PLANS) and (
        came or went or (changes and not by.may(Permission.EDIT_OWN_ACTIONS))
    ):
        raise NotAllowed(Permission.EDIT_PLANS)
    note = f"Takes back what {events[0].actor_label} did on {events[0].at.day} {events[0].at:%B %Y}"
    doing = Doing(row, by, at, "undo", note)
    return made(
        doing,
        lambda _: inverse(changes),
        seen=None,
        despite=despite_conflicts,
        come=went,
        go=came,
        besides=turned_round(doing, deeds),
    )
