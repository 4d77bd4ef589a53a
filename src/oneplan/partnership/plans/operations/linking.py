"""Links between plans, and between actions and those that they come from."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oneplan.partnership.audit.operations import Happened
from oneplan.partnership.partners.access import Member, requires
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.descent import PlanTie
from oneplan.partnership.plans.models import ActionLink, Plan, PlanLink
from oneplan.partnership.plans.operations.locked import Doing, locked, recorded
from oneplan.partnership.plans.operations.ties import Tie, actions_of, write_ties


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def link_plans(*, plan: str, to: str, tie: PlanTie, by: Member, at: datetime) -> None:
    """Says that a plan stands under, carries out or follows another of the partnership; once.

    Raises:
        NotThere: the partnership has not both of them.
        NotAllowed: the member may not edit plans.
        Refused: they are the same plan, or the other one is linked to this one in the same way.
    """
    row, other = _two(plan, to, by)
    if row.pk == other.pk or _reaches(other.pk, row.pk, tie):
        raise Refused({"to": "A plan cannot be linked to itself, be it through other plans"})
    _, new = PlanLink.objects.get_or_create(plan=row, to=other, tie=tie)
    if new:
        _tell_of_plans(row, other, tie, by, at, linked=True)


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def unlink_plans(*, plan: str, to: str, tie: PlanTie, by: Member, at: datetime) -> None:
    """Takes a link between two plans away; nothing happens where there is none.

    Raises:
        NotThere: the partnership has not both of them.
        NotAllowed: the member may not edit plans.
    """
    row, other = _two(plan, to, by)
    gone, _ = PlanLink.objects.filter(plan=row, to=other, tie=tie).delete()
    if gone:
        _tell_of_plans(row, other, tie, by, at, linked=False)


def _two(plan: str, to: str, by: Member) -> tuple[Plan, Plan]:
    other = Plan.objects.of(by.partnership).filter(slug=to).first()
    if other is None:
        raise NotThere(to)
    return locked(plan, by), other


def _reaches(first: int, last: int, tie: PlanTie) -> bool:
    """Whether links of one kind lead from a plan to another, by however many plans between them."""
    seen, pending = {first}, {first}
    while pending:
        links = PlanLink.objects.filter(plan__in=pending, tie=tie)
        pending = set(links.values_list("to", flat=True)) - seen
        seen |= pending
    return last in seen


def _tell_of_plans(
    row: Plan, other: Plan, tie: PlanTie, by: Member, at: datetime, *, linked: bool
) -> None:
    told = {"tie": tie.value, "plan": other.slug, "title": other.title}
    before, after = (None, told) if linked else (told, None)
    event = Happened("plan link", other.slug, other.title, before, after)
    recorded(Doing(row, by, at, "link" if linked else "unlink"), [event])


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def link_actions(*, plan: str, tie: Tie, by: Member, at: datetime) -> None:
    """Says which action of the plan comes from which, of this plan or another of the partnership.

    The ancestor may have been removed since. What was said of the same two before is replaced.

    Raises:
        NotThere: the partnership has not both plans, or one of the actions never was.
        NotAllowed: the member may not edit plans.
        Refused: they are the same, or the ancestor comes from this one.
    """
    row, _ = _two(plan, tie.plan, by)
    young, old = actions_of(row, tie)
    if young.pk == old.pk or _comes_from(old.pk, young.pk):
        raise Refused(
            {"ancestor": "An action cannot come from itself, be it through other actions"}
        )
    told = write_ties(row, come=[tie])
    if told:
        recorded(Doing(row, by, at, "link"), told)


@requires(Permission.EDIT_PLANS)
@transaction.atomic
def unlink_actions(*, plan: str, tie: Tie, by: Member, at: datetime) -> None:
    """Takes away what was said of where an action comes from; nothing happens where nothing was.

    Raises:
        NotThere: the partnership has not both plans, or one of the actions never was.
        NotAllowed: the member may not edit plans.
    """
    row, _ = _two(plan, tie.plan, by)
    told = write_ties(row, go=[tie])
    if told:
        recorded(Doing(row, by, at, "unlink"), told)


def _comes_from(young: int, old: int) -> bool:
    """Whether an action comes from another, by however many actions between them."""
    seen, pending = {young}, {young}
    while pending:
        links = ActionLink.objects.filter(action__in=pending)
        pending = set(links.values_list("ancestor", flat=True)) - seen
        seen |= pending
    return old in seen
