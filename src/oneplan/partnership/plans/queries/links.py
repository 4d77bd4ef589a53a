"""How plans hang together, and where actions come from."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.models import ActionLink, PlanLink
from oneplan.partnership.plans.queries.live import LivePlan


@dataclass(frozen=True, slots=True)
class LinkedPlan:
    """Another plan of the partnership. ``upward``: this plan stands under, carries out or follows it;
    else it does so to this one."""

    slug: str
    title: str
    tie: PlanTie
    upward: bool


@dataclass(frozen=True, slots=True)
class LinkedAction:
    """An action that one comes from (``upward``) or that comes from it, with its plan.

    ``gone``: it is no longer in its plan.
    """

    plan: str
    plan_title: str
    key: str
    ref: str | None
    text: str
    tie: ActionTie
    upward: bool
    gone: bool


def linked_plans(plan: LivePlan) -> list[LinkedPlan]:
    """The plans that this one is linked to, either way, in one query; removed ones are not among them."""
    links = (
        PlanLink.objects.filter(Q(plan=plan.id) | Q(to=plan.id))
        .filter(plan__removed_at=None, to__removed_at=None)
        .select_related("plan", "to")
        .order_by("tie", "plan__title", "to__title")
    )
    found = []
    for link in links:
        upward = link.plan_id == plan.id
        other = link.to if upward else link.plan
        found.append(LinkedPlan(other.slug, other.title, PlanTie(link.tie), upward))
    return found


def linked_actions(plan: LivePlan, action: str) -> list[LinkedAction]:
    """The actions that one of the plan comes from, and those that come from it, in one query."""
    links = ActionLink.objects.filter(
        Q(action__plan=plan.id, action__key=action)
        | Q(ancestor__plan=plan.id, ancestor__key=action)
    ).select_related("action__plan", "ancestor__plan")
    found = []
    for link in links.order_by("pk"):
        upward = (link.action.plan_id, link.action.key) == (plan.id, action)
        other = link.ancestor if upward else link.action
        found.append(
            LinkedAction(
                plan=other.plan.slug,
                plan_title=other.plan.title,
                key=other.key,
                ref=other.fields.get("ref"),
                text=other.fields["text"],
                tie=ActionTie(link.tie),
                upward=upward,
                gone=other.removed_at is not None or other.plan.removed_at is not None,
            )
        )
    return found
