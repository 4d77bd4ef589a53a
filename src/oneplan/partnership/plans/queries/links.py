"""How plans hang together, and where actions come from."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from oneplan.partnership.partners.succession import generations
from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.models import ActionLink, PlanLink
from oneplan.partnership.plans.queries.live import LivePlan
from oneplan.partnership.prepared import Prepared


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
    found = []
    for tie, number, slug, title, to_slug, to_title in _PLANS(plan.id):
        upward = number == plan.id
        other = (to_slug, to_title) if upward else (slug, title)
        found.append(LinkedPlan(*other, PlanTie(tie), upward))
    return found


@dataclass(frozen=True, slots=True)
class PlanInLine:
    """A plan in the line of those that followed one another; ``here`` is the one that was asked for."""

    slug: str
    title: str
    here: bool


def line_of(plan: LivePlan) -> list[list[PlanInLine]]:
    """All plans that the plan followed and that followed it, from the first to the last, in one query.

    Several that stand in one step were followed by, or follow, the same. Removed ones are not among them.
    """
    rows = _FOLLOWED(plan.partnership)
    titles = {plan.id: (plan.slug, plan.title)}
    for later, slug, title, earlier, to_slug, to_title in rows:
        titles |= {later: (slug, title), earlier: (to_slug, to_title)}
    steps = generations(plan.id, ((row[3], row[0]) for row in rows))
    return [[PlanInLine(*titles[each], here=each == plan.id) for each in step] for step in steps]


def linked_actions(plan: LivePlan, action: str) -> list[LinkedAction]:
    """The actions that one of the plan comes from, and those that come from it, in two queries."""
    links = [(row, True) for row in _ANCESTORS(plan.id, action)]
    links += [(row, False) for row in _HEIRS(plan.id, action)]
    return [
        LinkedAction(
            plan=slug,
            plan_title=title,
            key=key,
            ref=fields.get("ref"),
            text=fields["text"],
            tie=ActionTie(tie),
            upward=upward,
            gone=removed is not None or plan_removed is not None,
        )
        for (_, tie, slug, title, key, fields, removed, plan_removed), upward in sorted(
            links, key=lambda each: int(each[0][0])
        )
    ]


def _far(end: str) -> tuple[str, ...]:
    """What is read of the action at one end of a link, after the link itself."""
    columns = ("plan__slug", "plan__title", "key", "fields", "removed_at", "plan__removed_at")
    return ("pk", "tie", *(f"{end}__{name}" for name in columns))


_PLANS = Prepared(
    lambda plan: (
        PlanLink.objects.filter(Q(plan=plan) | Q(to=plan))
        .filter(plan__removed_at=None, to__removed_at=None)
        .order_by("tie", "plan__title", "to__title")
        .values_list("tie", "plan_id", "plan__slug", "plan__title", "to__slug", "to__title")
    )
)
_FOLLOWED = Prepared(
    lambda partnership: (
        PlanLink.objects.filter(plan__partnership=partnership, tie=PlanTie.FOLLOWS)
        .filter(plan__removed_at=None, to__removed_at=None)
        .order_by("plan__title", "pk")
        .values_list("plan_id", "plan__slug", "plan__title", "to_id", "to__slug", "to__title")
    )
)
_ANCESTORS = Prepared(
    lambda plan, key: ActionLink.objects.filter(action__plan=plan, action__key=key).values_list(
        *_far("ancestor")
    )
)
_HEIRS = Prepared(
    lambda plan, key: ActionLink.objects.filter(ancestor__plan=plan, ancestor__key=key).values_list(
        *_far("action")
    )
)
