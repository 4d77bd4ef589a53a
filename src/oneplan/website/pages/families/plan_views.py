"""The plans that a plan is linked with."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from oneplan.partnership.partners.access import Member
from oneplan.partnership.partners.permissions import Permission
from oneplan.partnership.partners.refusals import NotThere
from oneplan.partnership.plans.descent import PlanTie
from oneplan.partnership.plans.operations.linking import link_plans, unlink_plans
from oneplan.partnership.plans.queries.links import LinkedPlan, line_of, linked_plans
from oneplan.partnership.plans.queries.live import plans_of
from oneplan.website.access import needs
from oneplan.website.components.choosing import one_of
from oneplan.website.components.crumbs import Crumb, crumbs
from oneplan.website.components.fields import Field, Form, Option, form_of
from oneplan.website.live_plans import OpenLivePlan, must_open
from oneplan.website.pages.families.words import PLANS, sent, tie_of_plans
from oneplan.website.pages.partnership.form_page import FormPage, getting_or_sending, shown
from oneplan.website.wording import sentence, spelled_count


@dataclass(frozen=True, slots=True)
class Relative:
    """Another plan: what it is to this one, and what to send to take that back."""

    words: str
    title: str
    url: str
    slug: str
    tie: str


@needs(Permission.SEE_PLANS)
@require_safe
def family(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """The plans that this one stands under, carries out or follows, and those that do so to it."""
    opened = must_open(member, plan)
    found = [_relative(member, each) for each in linked_plans(opened.live)]
    if found:
        heading = f"{sentence(spelled_count(len(found), 'plan is', 'plans are'))} linked with it"
    else:
        heading = "No other plan is linked with it yet"
    context = {
        "plan": opened,
        "heading": heading,
        "relatives": found,
        "line": line_of(opened.live),
        "way": [*crumbs(opened), Crumb("Family")],
    }
    return render(request, "pages/families/family.html", context)


def _relative(member: Member, linked: LinkedPlan) -> Relative:
    own = {"partnership": member.partnership.slug, "plan": linked.slug}
    return Relative(
        PLANS[linked.tie, linked.upward],
        linked.title,
        reverse("live:plan", kwargs=own),
        linked.slug,
        sent(linked.tie, upward=linked.upward),
    )


@needs(Permission.EDIT_PLANS)
@getting_or_sending
def link(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Says what this plan is to another."""
    opened = must_open(member, plan)
    form = form_of(request, _fields(member, opened))
    if form.sent and _linked(form, member, opened):
        messages.success(request, "They are linked.")
        return redirect(opened.url("family"))
    page = FormPage(
        "Link it with another plan",
        "Link them",
        opened.url("family"),
        "plan",
        lead="A district’s plan stands under the county’s, an action plan carries out a strategy, "
        "this year’s plan follows last year’s.",
        way=[*crumbs(opened), Crumb("Family", opened.url("family")), Crumb("Link")],
    )
    return shown(request, page, form, opened)


def _fields(member: Member, opened: OpenLivePlan) -> list[Field]:
    others = [each for each in plans_of(member.partnership) if each.slug != opened.name]
    ties = tuple(Option(sent(tie, upward=upward), words) for (tie, upward), words in PLANS.items())
    return [
        Field("tie", "What is it to the other?", "choice", options=ties),
        one_of(
            "to",
            "The other plan",
            [Option(each.slug, each.title) for each in others],
            "" if others else "There is no other plan in this partnership yet.",
        ),
    ]


def _linked(form: Form, member: Member, opened: OpenLivePlan) -> bool:
    found = tie_of_plans(form.text("tie"))
    if found is None:
        form.errors["tie"] = "Choose one"
    if not form.text("to"):
        form.errors.setdefault("to", "Choose a plan")
    if found is None or form.errors:
        return False
    tie, upward = found
    one, other = _ends(opened.name, form.text("to"), upward=upward)
    try:
        return form.done(link_plans, plan=one, to=other, tie=tie, by=member, at=timezone.now())
    except NotThere:
        form.errors["to"] = "Choose a plan from the list"
        return False


@needs(Permission.EDIT_PLANS)
@require_POST
def unlink(request: HttpRequest, member: Member, plan: str) -> HttpResponse:
    """Takes back what was said of this plan and another."""
    opened = must_open(member, plan)
    found = tie_of_plans(request.POST.get("tie", ""))
    if found and _unlinked(member, opened, request.POST.get("to", ""), *found):
        messages.success(request, "They are linked no more.")
    else:
        messages.error(request, "Nothing was changed: there is no such link.")
    return redirect(opened.url("family"))


def _unlinked(member: Member, opened: OpenLivePlan, to: str, tie: PlanTie, upward: bool) -> bool:
    one, other = _ends(opened.name, to, upward=upward)
    try:
        unlink_plans(plan=one, to=other, tie=tie, by=member, at=timezone.now())
    except NotThere:
        return False
    return True


def _ends(this: str, other: str, *, upward: bool) -> tuple[str, str]:
    """Which of the two plans the tie is said of, and to which."""
    return (this, other) if upward else (other, this)
