"""Where an action comes from, and what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere, Refused
from oneplan.partnership.plans.descent import ActionTie, PlanTie
from oneplan.partnership.plans.operations.linking import link_actions, unlink_actions
from oneplan.partnership.plans.operations.ties import Tie
from oneplan.partnership.plans.queries.links import linked_actions, linked_plans
from oneplan.partnership.plans.queries.live import plans_of
from oneplan.website.access import needs
from oneplan.website.live_plans import OpenLivePlan, must_open
from oneplan.website.pages.families.ancestors import (
    ancestor_choice,
    ancestry_page,
    way_to_ancestry,
)
from oneplan.website.pages.families.words import tie_of_actions
from oneplan.website.pages.partnership.form_page import getting_or_sending


@needs(Permission.SEE_PLANS)
@require_safe
def ancestry(request: HttpRequest, member: Member, plan: str, action: str) -> HttpResponse:
    """The actions that this one comes from, and those that came of it."""
    opened = _with_action(member, plan, action)
    page = ancestry_page(opened, action, linked_actions(opened.live, action))
    return render(request, "pages/families/ancestry.html", {"plan": opened, "page": page})


@needs(Permission.EDIT_PLANS)
@getting_or_sending
def add(request: HttpRequest, member: Member, plan: str, action: str) -> HttpResponse:
    """Finds an action of this plan or another one, and says what they are to each other."""
    opened = _with_action(member, plan, action)
    error = ""
    if request.method == "POST":
        error = _tied(request, member, opened, action)
        if not error:
            messages.success(request, "Saved: the action tells where it comes from.")
            return redirect(opened.url("ancestry", action=action))
    asked = request.POST if request.method == "POST" else request.GET
    slug = asked.get("plan", "") or _plan_before(opened)
    choice = ancestor_choice(
        opened=opened,
        action=action,
        plans=plans_of(member.partnership),
        other=opened if slug == opened.name else must_open(member, slug),
        words=asked.get("words", "")[:200].strip(),
        tie=asked.get("tie", ""),
    )
    context = {
        "plan": opened,
        "page": choice,
        "errors": {"ancestor": error} if error else {},
        "way": way_to_ancestry(opened, action, "Say where it comes from"),
    }
    status = 422 if error else 200
    return render(request, "pages/families/add_ancestor.html", context, status=status)


def _plan_before(opened: OpenLivePlan) -> str:
    """The address of the plan that this one follows, where actions mostly come from; else its own."""
    links = linked_plans(opened.live)
    before = (each.slug for each in links if each.upward and each.tie == PlanTie.FOLLOWS)
    return next(before, opened.name)


def _tied(request: HttpRequest, member: Member, opened: OpenLivePlan, action: str) -> str:
    """Writes what was sent; gives what is wrong with it, empty where nothing is."""
    found = tie_of_actions(request.POST.get("tie", ""))
    if found is None:
        return "Choose what the two are to each other"
    other = request.POST.get("plan", "") or opened.name, request.POST.get("ancestor", "")
    if not other[1]:
        return "Choose an action"
    young_plan, tie = _tie(found, (opened.name, action), other)
    try:
        link_actions(plan=young_plan, tie=tie, by=member, at=timezone.now())
    except Refused as refused:
        return str(next(iter(refused.errors.values())))
    except NotThere:
        return "Choose an action from the list"
    return ""


@needs(Permission.EDIT_PLANS)
@require_POST
def remove(request: HttpRequest, member: Member, plan: str, action: str) -> HttpResponse:
    """Takes back what was said of this action and another."""
    opened = _with_action(member, plan, action)
    if _untied(request, member, opened, action):
        messages.success(request, "It is taken back.")
    else:
        messages.error(request, "Nothing was changed: nothing like that was said of it.")
    return redirect(opened.url("ancestry", action=action))


def _untied(request: HttpRequest, member: Member, opened: OpenLivePlan, action: str) -> bool:
    found = tie_of_actions(request.POST.get("tie", ""))
    if found is None:
        return False
    other = request.POST.get("plan", ""), request.POST.get("ancestor", "")
    plan, tie = _tie(found, (opened.name, action), other)
    try:
        unlink_actions(plan=plan, tie=tie, by=member, at=timezone.now())
    except NotThere:
        return False
    return True


def _tie(
    found: tuple[ActionTie, bool], this: tuple[str, str], other: tuple[str, str]
) -> tuple[str, Tie]:
    """The plan of the younger action, and what it is to the older: each a plan and a key."""
    tie, upward = found
    (young_plan, young), (old_plan, old) = (this, other) if upward else (other, this)
    return young_plan, Tie(young, old_plan, old, tie)


def _with_action(member: Member, plan: str, action: str) -> OpenLivePlan:
    opened = must_open(member, plan)
    if action not in opened.actions:
        raise Http404("The plan has no such action.")
    return opened
