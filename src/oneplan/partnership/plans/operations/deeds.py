"""What was done to a plan besides its text – its stage, its links, what was said of findings – turned round."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from oneplan.partnership.audit.models import Event
from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import NotAllowed
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.queries.people import person_here
from oneplan.partnership.partners.refusals import Refused
from oneplan.partnership.plans.descent import PlanTie
from oneplan.partnership.plans.happened import ACCEPTED, GIVEN, deed_needs
from oneplan.partnership.plans.models import Plan, PlanLink
from oneplan.partnership.plans.models.findings import AcceptedFinding, GivenFinding
from oneplan.partnership.plans.operations.locked import Doing

_AGAIN = "It was changed again since"


def turned_round(doing: Doing, events: Iterable[Event]) -> list[Happened]:
    """Takes back what events did besides changing parts; gives what has happened by that.

    Raises:
        NotAllowed: the member may not do the like.
        Refused: something else was done to it since.
    """
    return [
        _turned(doing, event, permission)
        for event in events
        if (permission := deed_needs(event)) is not None
    ]


def _turned(doing: Doing, event: Event, permission: Permission) -> Happened:
    if not doing.by.may(permission):
        raise NotAllowed(permission)
    _TURNED[event.sort](doing, event)
    return Happened(event.sort, event.subject, event.label, event.after, event.before, doing.note)


def _stage(doing: Doing, event: Event) -> None:
    before, after = event.before or {}, event.after or {}
    if doing.plan.stage != after["stage"]:
        raise Refused({"since": _AGAIN})
    doing.plan.stage = before["stage"]  # saved with what is recorded


def _plan_link(doing: Doing, event: Event) -> None:
    told = event.after or event.before or {}
    other = Plan.objects.of(doing.by.partnership).filter(slug=told["plan"]).first()
    if other is None:
        raise Refused({"since": "The other plan is not there any more"})
    links = PlanLink.objects.filter(plan=doing.plan, to=other, tie=PlanTie(told["tie"]))
    if links.exists() != bool(event.after):
        raise Refused({"since": _AGAIN})
    if event.after:
        links.delete()
    else:
        PlanLink.objects.create(plan=doing.plan, to=other, tie=PlanTie(told["tie"]))


def _finding(doing: Doing, event: Event) -> None:
    turn = _given if GIVEN in (event.before or event.after or {}) else _accepted
    turn(doing, event)


def _accepted(doing: Doing, event: Event) -> None:
    before, after = ((each or {}).get(ACCEPTED) for each in (event.before, event.after))
    held = AcceptedFinding.objects.filter(plan=doing.plan, fingerprint=event.subject)
    if [each.reason for each in held] != ([] if after is None else [after]):
        raise Refused({"since": _AGAIN})
    held.delete()
    if before is not None:
        AcceptedFinding.objects.create(reason=before, **_said(doing, event))


def _given(doing: Doing, event: Event) -> None:
    before, after = (_person(each) for each in (event.before, event.after))
    held = GivenFinding.objects.filter(plan=doing.plan, fingerprint=event.subject)
    if [each.person_id for each in held] != ([] if after is None else [after]):
        raise Refused({"since": _AGAIN})
    held.delete()
    if before is None:
        return
    if person_here(doing.by.partnership, before) is None:
        raise Refused({"since": "Whoever had it does not belong to the partnership any more"})
    GivenFinding.objects.create(person_id=before, **_said(doing, event))


def _person(told: dict[str, Any] | None) -> int | None:
    return int(told[GIVEN]["person"]) if told else None


def _said(doing: Doing, event: Event) -> dict[str, Any]:
    """What is kept of everything that is said of a finding, by whoever turns it round."""
    rule, _, where = event.label.partition(", ")
    return {
        "plan": doing.plan,
        "fingerprint": event.subject,
        "rule": rule,
        "where": where,
        "by_key": doing.by.actor.key,
        "by_label": doing.by.actor.label[:300],
        "at": doing.at,
    }


_TURNED: dict[str, Callable[[Doing, Event], None]] = {
    "stage": _stage,
    "plan link": _plan_link,
    "finding": _finding,
}
