"""Merging and splitting actions, with what is remembered of where they come from."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.plans.descent import ActionTie
from oneplan.partnership.plans.operations.change import Changed, made
from oneplan.partnership.plans.operations.locked import Doing, locked
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.parts.editing.merging import merged_actions
from oneplan.partnership.plans.parts.editing.splitting import SplitOff, split_action


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def merge_actions(
    *, plan: str, kept: str, gone: str, text: str | None, seen: int, by: Member, at: datetime
) -> Changed:
    """Makes one action of two, as :func:`merged_actions` says, and remembers which one went into it.

    Nothing is changed where others have changed either of them since it was seen.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not edit plans.
        NeverWas: the plan never had the revision ``seen``.
        Refused: they were not two actions of the plan as it was seen.
    """
    return made(
        Doing(locked(plan, by), by, at, "merge"),
        lambda shown: merged_actions(shown, kept, gone, text).changes,
        seen=seen,
        come=[Tie(kept, plan, gone, ActionTie.MERGED_FROM)],
    )


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def split_one_action(
    *,
    plan: str,
    action: str,
    text: str,
    off: SplitOff,
    new_key: str,
    seen: int,
    by: Member,
    at: datetime,
) -> Changed:
    """Makes two actions of one, as :func:`split_action` says, and remembers where the second comes from.

    ``new_key`` (:func:`fresh_key`) comes with the form, so that a form sent twice splits once.

    Raises:
        NotThere: the partnership has no such plan.
        NotAllowed: the member may not edit plans.
        NeverWas: the plan never had the revision ``seen``.
        Refused: it was no action of the plan as it was seen, or the parts make no sense.
    """
    return made(
        Doing(locked(plan, by), by, at, "split"),
        lambda shown: split_action(shown, action, text, off, new_key=new_key),
        seen=seen,
        come=[Tie(new_key, plan, action, ActionTie.SPLIT_FROM)],
    )
