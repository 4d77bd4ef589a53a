"""Which action comes from which: said and unsaid, with what the history tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.refusals import NotThere
from oneplan.partnership.plans.descent import ActionTie
from oneplan.partnership.plans.happened import ACTION_LINK, worded
from oneplan.partnership.plans.models import Action, ActionLink, Plan


@dataclass(frozen=True, slots=True)
class Tie:
    """An action of a plan, by its key, and one that it comes from, by the address of its plan and its key."""

    action: str
    plan: str
    ancestor: str
    tie: ActionTie


def write_ties(row: Plan, *, come: Sequence[Tie] = (), go: Sequence[Tie] = ()) -> list[Happened]:
    """Says which actions of a plan come from others and takes back what was said; gives what changed.

    Raises:
        NotThere: one of the actions never was.
    """
    told = []
    for each in go:
        young, old = actions_of(row, each)
        if ActionLink.objects.filter(action=young, ancestor=old).delete()[0]:
            told.append(_told(each, old, came=False))
    for each in come:
        young, old = actions_of(row, each)
        known = ActionLink.objects.filter(action=young, ancestor=old).first()
        if known and known.tie == each.tie:
            continue
        if known:
            known.delete()
        ActionLink.objects.create(action=young, ancestor=old, tie=each.tie)
        told.append(_told(each, old, came=True))
    return told


def actions_of(row: Plan, each: Tie) -> tuple[Action, Action]:
    """The two actions of a tie, be they removed since.

    Raises:
        NotThere: one of them never was.
    """
    ends = Q(plan=row, key=each.action) | Q(
        plan__partnership=row.partnership_id, plan__slug=each.plan, key=each.ancestor
    )
    rows = Action.objects.filter(ends).select_related("plan").only("key", "fields", "plan__slug")
    found = {(end.plan.slug, end.key): end for end in rows}
    young, old = found.get((row.slug, each.action)), found.get((each.plan, each.ancestor))
    if young is None or old is None:
        raise NotThere(each.action if young is None else each.ancestor)
    return young, old


def _told(each: Tie, old: Action, *, came: bool) -> Happened:
    told = {"tie": each.tie.value, "plan": each.plan, "action": each.ancestor}
    label = f"{each.tie.value} {worded(old.fields)}"
    return Happened(ACTION_LINK, each.action, label, None if came else told, told if came else None)


def ties_of(events: Iterable[Event]) -> tuple[list[Tie], list[Tie]]:
    """The ties that came and those that went with events."""
    came: list[Tie] = []
    went: list[Tie] = []
    for event in events:
        if event.sort == ACTION_LINK:
            (came if event.before is None else went).append(_tie(event))
    return came, went


def _tie(event: Event) -> Tie:
    told = event.after or event.before or {}
    return Tie(event.subject, told["plan"], told["action"], ActionTie(told["tie"]))
